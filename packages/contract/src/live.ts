/**
 * What `GET /api/live` (server-sent events) announces: a topic and a revision, never data. A screen that shows the
 * topic asks for its data again by the front door.
 */
export type LiveMessage = { topic: string; rev: string }

export const topics = {
  story: (id: string) => `story:${id}`,
  stories: 'stories',
  todo: 'todo',
  project: (id: string) => `project:${id}`,
  projects: 'projects',
  budgets: 'budgets',
  people: 'people',
  /** Sessions ended somewhere: the server looks which streams may go on; never sent to anybody. */
  access: 'access',
  quality: 'quality',
} as const
