import type { RoleKey } from '@rongmei/contract'
import { type Person, visitor } from '../../bench/support/centre.ts'

export const PASSWORD = 'qing-shan-lv-shui-63'
export const CENTRE = '松江区融媒体中心'

/** Who works in the centre of the journeys. The account is the name. */
export const staff = {
  陈管理: ['administrator'],
  王小敏: ['reporter'],
  赵晓峰: ['reporter'],
  钱编辑: ['subEditor'],
  孙一审: ['departmentReviewer'],
  李二审: ['chiefReviewer'],
  周终审: ['finalReviewer'],
  吴三级: ['departmentReviewer', 'chiefReviewer', 'finalReviewer'],
  郑财务: ['finance'],
  冯主任: ['director'],
  何审计: ['auditor'],
} as const satisfies Record<string, readonly RoleKey[]>

export type Name = keyof typeof staff

/** Names the centre and gives everybody an account, the way the screens do it (setup.journey.ts walks those). */
export async function setUpStaff(url: string): Promise<Person> {
  const administrator = visitor(url)
  const first = { centreName: CENTRE, account: '陈管理', name: '陈管理', password: PASSWORD }
  await administrator.api.identity.setup({ body: first })
  const unit = await administrator.api.identity.addUnit({
    body: { name: '采访部', kind: 'department', parentId: null, establishment: 12 },
  })
  const others = Object.entries(staff).filter(([name]) => name !== '陈管理')
  for (const [name, roles] of others) {
    const { temporaryPassword } = await administrator.api.identity.addPerson({
      body: { account: name, name, unitId: unit.id, roles: [...roles], post: '' },
    })
    const person = visitor(url)
    await person.api.identity.signIn({ body: { account: name, password: temporaryPassword } })
    await person.api.identity.changePassword({ body: { current: temporaryPassword, next: PASSWORD } })
  }
  return administrator
}

/** The same person by the API, for what a journey needs to be there already. */
export async function behindTheScenes(url: string, name: Name): Promise<Person['api']> {
  const person = visitor(url)
  await person.api.identity.signIn({ body: { account: name, password: PASSWORD } })
  return person.api
}
