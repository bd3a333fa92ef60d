import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type Name, PASSWORD } from './staff.ts'

const RESULTS = join(import.meta.dirname, '../../test-results')
/** How long anything may take to appear. */
const PATIENCE_MS = 20_000

export type Stage = {
  url: () => string
  /** The page of that person, signed in through the login page on first use. */
  as: (name: Name) => Promise<Page>
  /** A page of nobody's: a reader, or somebody before signing in. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>
  /** Another device of a person, or the same person after coming back: a new browser profile, signed in. */
  again: (name: Name, options?: BrowserContextOptions) => Promise<Page>
}

/**
 * A browser for the journeys of one file. Pictures of every open page are kept when a journey fails; the journeys after
 * it in the file, which go on from where it stood, then fail at once.
 */
export function stage(of: 'centre' | 'demo' | (() => string) = 'centre'): Stage {
  let failed: string | undefined
  const where = () => (typeof of === 'function' ? of() : inject(of))
  let browser: Browser
  const people = new Map<Name, Page>()
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || failed) return
    failed = task.name
    await photograph(browser, task.name)
  })
  beforeEach(() => {
    if (failed) throw new Error(`not tried, because this failed before: ${failed}`)
  })
  const visitor = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      // The server counts no reads of a browser that calls itself headless.
      userAgent:
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36',
      ...options,
    })
    context.setDefaultTimeout(PATIENCE_MS)
    return context.newPage()
  }
  const again = async (name: Name, options: BrowserContextOptions = {}) => {
    const page = await visitor(options)
    await signIn(page, where(), name)
    return page
  }
  return {
    url: where,
    visitor,
    again,
    as: async (name) => {
      const known = people.get(name)
      if (known) return known
      const page = await again(name)
      people.set(name, page)
      return page
    },
  }
}

/** Through the login page, as everybody does. */
export async function signIn(page: Page, url: string, name: string, password = PASSWORD): Promise<void> {
  await page.goto(`${url}/desk/login`)
  await page.getByLabel('账号', { exact: true }).fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page
    .getByRole('heading', { level: 1 })
    .and(page.getByText(/我的待办|账号与设备/))
    .waitFor()
}

/** Waits until it is there to be seen. */
export const see = (one: Locator): Promise<void> => one.first().waitFor({ state: 'visible' })
/** Waits until it is gone. */
export const gone = (one: Locator): Promise<void> => one.first().waitFor({ state: 'hidden' })

/** Why a button may not be pressed, as a screen reader says it; null when it may. Waits until the answer has been read. */
export async function reasonAt(button: Locator): Promise<string | null> {
  await see(button)
  const one = button.first()
  await one.and(one.page().locator(`:not([aria-description^="正在读取"])`)).waitFor()
  return one.evaluate((at) => {
    if (at.getAttribute('aria-disabled') !== 'true' && !(at as HTMLButtonElement).disabled) return null
    return at.getAttribute('aria-description') ?? at.getAttribute('title') ?? at.textContent ?? ''
  })
}

async function photograph(browser: Browser, journey: string): Promise<void> {
  mkdirSync(RESULTS, { recursive: true })
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) {
    const name = `${journey.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}-${index + 1}.png`
    await page.screenshot({ path: join(RESULTS, name), timeout: 10_000 }).catch(() => undefined)
  }
}
