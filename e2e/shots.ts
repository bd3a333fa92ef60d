/**
 * Pictures of every page for the eye: with data and empty, at three sizes, light and dark, into /shots (not in git).
 *
 *     npm run shots [-- part-of-a-name]
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { visitor } from '../bench/support/centre.ts'
import { launchBrowser } from './support/browser.ts'
import { settled } from './support/look.ts'
import { placesOf } from './support/places.ts'
import { behindTheScenes, PASSWORD, setUpStaff } from './support/staff.ts'
import { startCentre } from './support/start.ts'

const FOLDER = join(import.meta.dirname, '../shots')
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]
const THEMES = ['light', 'dark'] as const
const wanted = process.argv[2] ?? ''

type Who = { account: string; password: string }
type Set = { name: string; url: string; who: Who; desk: string[]; reader: string[] }

async function shootAll(browser: Browser, set: Set): Promise<number> {
  let count = 0
  for (const theme of THEMES) {
    const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: theme })
    const page = await context.newPage()
    await enter(page, set)
    for (const size of SIZES) {
      await page.setViewportSize(size)
      for (const place of set.desk) count += await shoot(page, set, `${set.url}/desk${place}`, theme)
      // The reader site has one look for both themes.
      if (theme === 'light') for (const place of set.reader) count += await shoot(page, set, set.url + place, 'reader')
    }
    await context.close()
  }
  return count
}

async function enter(page: Page, { url, who }: Set): Promise<void> {
  await page.goto(`${url}/desk/login`)
  await page.getByLabel('账号', { exact: true }).fill(who.account)
  await page.getByLabel('密码', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '我的待办' }).waitFor()
}

async function shoot(page: Page, set: Set, address: string, look: string): Promise<number> {
  const place = decodeURI(new URL(address).pathname + new URL(address).search).replace(/[0-9a-f-]{36}/, 'one')
  const size = page.viewportSize()
  const name = `${set.name}-${look}-${size?.width}${place.replace(/[^\p{L}\p{N}]+/gu, '-')}`.replace(/-$/, '')
  if (!name.includes(wanted)) return 0
  await page.goto(address)
  await settled(page)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
  return 1
}

/** The demo centre as its administrator sees it. */
async function full(url: string): Promise<Set> {
  const { demoAccounts } = await visitor(url).api.identity.setupState({})
  const account = demoAccounts.find((one) => one.role.includes('管理员')) ?? demoAccounts[0]
  if (!account) throw new Error('the demo centre has no accounts')
  const { api } = await signedIn(url, account)
  return { name: 'full', url, who: account, ...(await placesOf(api)) }
}

/** A centre of staff and nothing else. */
async function empty(url: string): Promise<Set> {
  await setUpStaff(url)
  const places = await placesOf(await behindTheScenes(url, '陈管理'))
  return { name: 'empty', url, who: { account: '陈管理', password: PASSWORD }, ...places }
}

async function signedIn(url: string, { account, password }: Who) {
  const person = visitor(url)
  await person.api.identity.signIn({ body: { account, password } })
  return person
}

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
const centres = [
  { centre: await startCentre({ demo: true }), setOf: full },
  { centre: await startCentre(), setOf: empty },
]
const browser = await launchBrowser()
try {
  for (const { centre, setOf } of centres) console.log(`${await shootAll(browser, await setOf(centre.url))} pictures`)
  console.log(FOLDER)
} finally {
  await browser.close()
  for (const { centre } of centres) await centre.close()
}
