import { Refusal, type Story } from '@rongmei/contract'
import { useQueryClient } from '@tanstack/react-query'
import App from 'antd/es/app'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { api } from '../../../lib/api.ts'
import { sentenceFor } from '../../../lib/explain.ts'
import { apiQuery, invalidate } from '../../../lib/queries.ts'
import { useUndoToast } from '../../../ui/UndoToast.tsx'
import { zh } from '../zh.ts'

const words = zh.acts

/** Puts the reply of an act where every page reads it, and marks the lists as old. */
export function useRemember() {
  const client = useQueryClient()
  return (story: Story) => {
    const { queryKey } = apiQuery('newsroom', 'getStory', { params: { id: story.id } })
    client.setQueryData(queryKey, story)
    for (const name of ['listStories', 'todo', 'storyTimeline', 'listRevisions'])
      void invalidate(client, 'newsroom', name)
  }
}

/**
 * What may be done to a story from its page. Acts that go outside ask first, by the story's name; the others can be
 * taken back.
 */
export function useStoryActs(story: Story, before: () => Promise<boolean>) {
  const { message, modal } = App.useApp()
  const navigate = useNavigate()
  const remember = useRemember()
  const client = useQueryClient()
  const undoable = useUndoToast()
  const [busy, setBusy] = useState<string | null>(null)
  const params = { id: story.id }
  const title = story.title || zh.library.untitled

  const run = async (name: string, act: (rev: number) => Promise<Story>, done: string): Promise<boolean> => {
    setBusy(name)
    try {
      if (!(await before())) return false
      const { queryKey } = apiQuery('newsroom', 'getStory', { params })
      const now = client.getQueryData<Story>(queryKey) ?? story
      remember(await act(now.rev))
      void message.success(done)
      return true
    } catch (error) {
      void message.error(sentenceFor(error), 6)
      if (error instanceof Refusal && error.status === 409) void invalidate(client, 'newsroom', 'getStory')
      return false
    } finally {
      setBusy(null)
    }
  }

  const publish = () =>
    modal.confirm({
      title: words.publishTitle(title),
      content: words.publishText,
      okText: words.publish,
      onOk: () => run('publish', (rev) => api.newsroom.publishStory({ params, body: { rev } }), words.published),
    })
  const recall = () => run('recall', (rev) => api.newsroom.recallStory({ params, body: { rev } }), words.recalled)
  const withdraw = (reason: string) =>
    run('withdraw', (rev) => api.newsroom.withdrawStory({ params, body: { rev, reason } }), words.withdrawn)
  const remove = async () => {
    setBusy('remove')
    try {
      await api.newsroom.removeStory({ params })
      await navigate(paths.stories())
      void invalidate(client, 'newsroom', 'listStories')
      undoable(
        zh.library.removed(title),
        async () => remember(await api.newsroom.restoreStory({ params })),
        words.restored,
      )
    } catch (error) {
      void message.error(sentenceFor(error), 6)
    } finally {
      setBusy(null)
    }
  }
  return { busy, publish, recall, withdraw, remove }
}

export type StoryActs = ReturnType<typeof useStoryActs>
