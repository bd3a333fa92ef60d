import { type CallInput, createClient, endpoints, type ReplyOutput, type RoleKey } from '@rongmei/contract'

type Tree = typeof endpoints
type Call<E> = (input: Omit<CallInput<E>, 'file'>) => Promise<ReplyOutput<E>>
/** The contract's client for JSON calls; uploads are left out. */
export type Api = { [M in keyof Tree]: { [N in keyof Tree[M]]: Call<Tree[M][N]> } }
/** One signed-in person: the typed client and the cookie it sends. */
export type Person = { api: Api; cookie(): string }

const FIRST_PASSWORD = 'lan-tian-bai-yun-27'
const OWN_PASSWORD = 'qing-shan-lv-shui-63'

/** A client that keeps its session cookie, as a browser does. */
export function visitor(base: string, cookieBefore = ''): Person {
  let cookie = cookieBefore
  const send: typeof fetch = async (url, init) => {
    const response = await fetch(url, { ...init, headers: { ...(init?.headers as object), cookie } })
    for (const line of response.headers.getSetCookie()) cookie = line.split(';')[0] ?? ''
    return response
  }
  return { api: createClient(endpoints, { base, fetch: send }) as unknown as Api, cookie: () => cookie }
}

/** Names a fresh centre and makes its administrator. */
export async function setUpCentre(base: string): Promise<Person> {
  const person = visitor(base)
  const body = { centreName: '测试融媒体中心', account: 'guanli', name: '管理员', password: FIRST_PASSWORD }
  await person.api.identity.setup({ body })
  return person
}

/** Adds a person and goes the way a new colleague goes: temporary password, sign in, password of one's own. */
export async function addPerson(base: string, admin: Person, account: string, roles: RoleKey[]): Promise<Person> {
  const body = { account, name: account, unitId: null, roles, post: '' }
  const { temporaryPassword } = await admin.api.identity.addPerson({ body })
  const person = visitor(base)
  await person.api.identity.signIn({ body: { account, password: temporaryPassword } })
  await person.api.identity.changePassword({ body: { current: temporaryPassword, next: OWN_PASSWORD } })
  return person
}

/** The same session at another address of the same centre. */
export function moved(person: Person, base: string): Person {
  return visitor(base, person.cookie())
}
