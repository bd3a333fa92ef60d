import type { Ability, Me } from '@rongmei/contract'
import { useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { apiQuery, queryClient, useApi } from './queries.ts'
import { sessionState, settleSession } from './session-guard.ts'

const meQuery = apiQuery('identity', 'me')

/** Who is signed in; throws the refusal when nobody is. Called before the first page is drawn. */
export async function loadMe(): Promise<Me> {
  const me = await queryClient.ensureQueryData({ ...meQuery, staleTime: Number.POSITIVE_INFINITY, retry: false })
  if (sessionState.get() === 'none') sessionState.set('active')
  return me
}

/** The signed-in person. Only under the shell, whose loader has read it. */
export function useMe(): Me {
  const { data } = useApi('identity', 'me', undefined, { staleTime: 60_000 })
  if (!data) throw new Error('useMe outside the shell')
  return data
}

/** Whether the signed-in person has at least one of the abilities. For showing pages; buttons use `can`. */
export function useHas(...abilities: Ability[]): boolean {
  const me = useMe()
  return abilities.some((ability) => me.abilities.includes(ability))
}

/** Signs in and repeats whatever waited for it. */
export async function signIn(account: string, password: string): Promise<Me> {
  const me = await api.identity.signIn({ body: { account, password } })
  queryClient.setQueryData(meQuery.queryKey, me)
  settleSession(true)
  return me
}

/** Puts a fresh `me` in place after setup or a password change. */
export function rememberMe(me: Me): void {
  queryClient.setQueryData(meQuery.queryKey, me)
  settleSession(true)
}

/** Signs out and forgets everything read: the next person at this computer must not see it. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await api.identity.signOut().catch(() => undefined)
    settleSession(false)
    client.clear()
  }
}
