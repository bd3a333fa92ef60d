import { useState } from 'react'
import type { Project } from '@rongmei/contract'
import { useApi, useApiMutation } from '../../../lib/queries.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { words } from '../zh.values.ts'

const EVERY_MS = 1_500

/** Computes the whole form anew; while it runs, how far it is. */
export function RecomputeButton({ project }: { project: Project }) {
  const start = useApiMutation('appraisal', 'startRecompute')
  return (
    <ActionButton
      can={project.can.link}
      why={project.linked === 0 ? words.nothingLinked : null}
      loading={start.isPending}
      onClick={() => start.mutate({ params: { id: project.id } })}
    >
      {words.recompute}
    </ActionButton>
  )
}

/** The run that is going, or what the last one could not compute. */
export function RecomputeProgress({ project }: { project: Project }) {
  const [running, setRunning] = useState(false)
  const { data } = useApi(
    'appraisal',
    'lastRecompute',
    { params: { id: project.id } },
    running ? { refetchInterval: EVERY_MS } : {},
  )
  const run = data?.run
  const going = run !== null && run !== undefined && run.finishedAt === null
  if (going !== running) setRunning(going)
  if (!run) return null
  if (going) return <ProgressBar label={words.recomputing} done={run.done} total={run.total} />
  return (
    <p className="rm-muted rm-chrome">
      {words.recomputed(run.total)} <Moment at={run.finishedAt} ago />
      {run.failures.length > 0 &&
        `；${words.recomputeFailed(run.failures.length)}：${run.failures.map((one) => `${one.l3}（${one.message}）`).join('、')}`}
    </p>
  )
}
