import { expect, test } from 'vitest'
import { visitor as caller } from '../bench/support/centre.ts'
import { settled } from './support/look.ts'
import { placesOf } from './support/places.ts'
import { see, stage } from './support/stage.ts'

const { visitor, url } = stage('demo')

test('one click on a card of the login page signs in, and 演示数据 stands on every page', async () => {
  const page = await visitor()
  await page.goto(`${url()}/desk/login`)
  await page.getByRole('button', { name: /（.*管理员.*）登录/ }).click()
  await see(page.getByRole('heading', { name: '我的待办' }))
  const somebody = caller(url())
  const { demoAccounts } = await somebody.api.identity.setupState({})
  const { account = '', password = '' } = demoAccounts.find((one) => one.role.includes('管理员')) ?? {}
  await somebody.api.identity.signIn({ body: { account, password } })
  const places = await placesOf(somebody.api)
  const unlabelled: string[] = []
  for (const place of [...places.desk.map((one) => `/desk${one}`), ...places.reader]) {
    await page.goto(url() + place)
    await settled(page)
    if (!(await page.getByText('演示数据').first().isVisible())) unlabelled.push(place)
  }
  expect(unlabelled).toEqual([])
})
