import type { LiveMessage } from '@rongmei/contract'
import type { QueryClient } from '@tanstack/react-query'
import type { ApiKey } from './queries.ts'
import { createStore } from './store.ts'

export type LiveState = 'connecting' | 'live' | 'broken'
export const liveState = createStore<LiveState>('connecting')

const BY_TOPIC: Record<string, readonly string[]> = {
  stories: ['newsroom.listStories', 'newsroom.listInspections'],
  todo: ['newsroom.todo', 'appraisal.listDue'],
  projects: ['appraisal.listProjects'],
  quality: ['quality.listSamples', 'quality.getSample', 'quality.listBatches', 'quality.listBatchRows'],
  budgets: ['budget.listBudgets', 'budget.getBudget', 'budget.listPayments', 'budget.getPayment'],
  people: ['identity.listPeople', 'identity.listUnits', 'identity.listRoles', 'identity.me'],
}
const BY_SUBJECT: Record<string, readonly string[]> = {
  story: ['getStory', 'storyTimeline', 'listRevisions'],
  project: ['getProject', 'getIndicator', 'indicatorFacts', 'indicatorHistory', 'lastRecompute'],
}

/**
 * Whether a query shows what a topic announces. A story topic touches that story's own pages; a project topic touches
 * the project and, as an indicator's key does not name its project, every open indicator.
 *
 * @example shows('story:1', ['newsroom', 'getStory', { params: { id: '1' } }]) // true
 */
export function shows(topic: string, [module, name, input]: ApiKey): boolean {
  // The server's own listener was cut off for a moment: anything may have changed.
  if (topic === '*') return true
  if (BY_TOPIC[topic]?.includes(`${module}.${name}`)) return true
  const [kind = '', id] = topic.split(':')
  if (!id || !BY_SUBJECT[kind]?.includes(name)) return false
  if (kind === 'project' && name !== 'getProject') return true
  return (input as { params?: { id?: string } } | null)?.params?.id === id
}

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

/**
 * Listens to `GET /api/live` and marks what each message touches as old. After a break everything on screen is read
 * again, for messages may have been missed. Returns the function that stops listening.
 *
 * @param onRefused asks whether the session still holds
 */
export function listen(client: QueryClient, onRefused: () => void, source = '/api/live'): () => void {
  let stream: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT
  let missed = false
  const open = () => {
    stream = new EventSource(source)
    stream.onopen = () => {
      liveState.set('live')
      wait = FIRST_WAIT
      if (missed) void client.invalidateQueries({ refetchType: 'active' })
      missed = false
    }
    stream.addEventListener('message', (event: MessageEvent<string>) => {
      const { topic } = JSON.parse(event.data) as LiveMessage
      void client.invalidateQueries({ predicate: (query) => shows(topic, query.queryKey as unknown as ApiKey) })
      // Somebody may have been locked out or signed out from elsewhere: perhaps the person at this screen.
      if (topic === 'people' || topic === '*') onRefused()
    })
    stream.onerror = () => {
      missed = true
      liveState.set('broken')
      if (stream?.readyState !== EventSource.CLOSED) return
      // A closed stream was refused (signed out, or the server is stopping); the caller finds out which.
      onRefused()
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    stream?.close()
    liveState.set('connecting')
  }
}
