import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { importForms } from './support/desk.ts'
import { behindTheScenes, PASSWORD } from './support/staff.ts'
import { gone, reasonAt, see, stage } from './support/stage.ts'

const { as, visitor, url } = stage()

test('the matrix of roles: an ability taken away is gone at once, and given back', async () => {
  const page = await as('陈管理')
  const finance = await as('郑财务')
  await importForms(finance, url())
  await setAbility(page, '财务：导入自评表', false)
  await finance.goto(`${url()}/desk/projects`)
  expect(await reasonAt(finance.getByRole('button', { name: '导入', exact: true }))).toBe('您的角色没有这项权限')
  await setAbility(page, '财务：导入自评表', true)
  await finance.reload()
  expect(await reasonAt(finance.getByRole('button', { name: '导入', exact: true }))).toBeNull()
})

test('a person locked out is refused at once, and the audit trail says who did it', async () => {
  const page = await as('陈管理')
  const locked = await as('赵晓峰')
  await page.goto(`${url()}/desk/people`)
  await page.getByRole('button', { name: '更多操作：赵晓峰' }).click()
  await page.getByRole('menuitem', { name: '锁定账号' }).click()
  await see(page.getByText('已锁定 赵晓峰 的账号'))

  // The open page leaves by itself.
  await see(locked.getByRole('alert').getByText('账号已锁定，请联系系统管理员'))
  expect(new URL(locked.url()).pathname).toBe('/desk/login')
  const door = await visitor()
  await door.goto(`${url()}/desk/login`)
  await door.getByLabel('账号', { exact: true }).fill('赵晓峰')
  await door.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await door.getByRole('button', { name: '登录', exact: true }).click()
  await see(door.getByRole('alert').getByText('账号已锁定，请联系管理员'))

  await page.getByRole('navigation').getByRole('link', { name: '操作记录' }).click()
  await see(page.getByRole('row', { name: /陈管理.*赵晓峰/ }))
  await page.goto(`${url()}/desk/people`)
  await page.getByRole('button', { name: '更多操作：赵晓峰' }).click()
  await page.getByRole('menuitem', { name: '解除锁定' }).click()
  await see(page.getByText('已解除 赵晓峰 的锁定'))
})

test('the auditor sees everything and can change nothing', async () => {
  const page = await as('何审计')
  const api = await behindTheScenes(url(), '何审计')
  const story = (await api.newsroom.listStories({ query: { view: 'all', sort: 'updated', limit: 1 } })).items[0]
  const project = (await api.appraisal.listProjects({ query: {} })).items[0]
  const form = await api.appraisal.getProject({ params: { id: project?.id ?? '' } })
  const places = ['/stories', '/inspections', '/words', '/rules', '/projects', '/measures', '/people', '/units']
  places.push('/roles', '/audit', `/projects/${project?.id}`, `/indicators/${form.rows[0]?.id}`)
  if (story) places.push(`/stories/${story.id}`, `/stories/${story.id}/review`, `/stories/${story.id}/revisions`)
  for (const place of places) {
    await page.goto(`${url()}/desk${place}`)
    await see(page.getByRole('heading', { level: 1 }))
    await gone(page.getByRole('status', { name: '正在读取' }))
    expect({ place, open: await openVerbs(page) }).toEqual({ place, open: [] })
  }
})

/** What changes something, wherever it stands. */
const VERBS =
  /^(写新稿|写稿|送审|校对|审稿|通过|退回|发布|抽取样本|添加|移除|导入|挂接度量|更换度量|取消挂接|重新计算|手填实际完成值|新增人员|新增单位|修改|停用|保存改动|恢复这一版)/

async function openVerbs(page: Page): Promise<string[]> {
  const open: string[] = []
  for (const button of await page.getByRole('main').getByRole('button', { name: VERBS }).all()) {
    if ((await reasonAt(button)) === null) open.push(await button.innerText())
  }
  return open
}

async function setAbility(page: Page, cell: string, on: boolean): Promise<void> {
  await page.goto(`${url()}/desk/roles`)
  const box = page.getByRole('checkbox', { name: cell })
  await box.setChecked(on)
  await page.getByRole('button', { name: '保存改动（1 个角色）' }).click()
  await see(page.getByText('角色权限已保存'))
}
