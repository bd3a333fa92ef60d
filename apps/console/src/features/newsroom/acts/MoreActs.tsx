import MoreOutlined from '@ant-design/icons/es/icons/MoreOutlined'
import type { Story, VerdictView } from '@rongmei/contract'
import Button from 'antd/es/button'
import Dropdown from 'antd/es/dropdown'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { reasonAgainst } from '../../../lib/can.ts'
import { useHere } from '../../../lib/here.ts'
import { zh } from '../zh.ts'
import type { StoryActs } from './useStoryActs.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const words = zh.acts

/** The acts of a story that are not its next step; what may not be done says why on hover. */
export function MoreActs({ story, acts }: { story: Story; acts: StoryActs }) {
  const navigate = useNavigate()
  const here = useHere(story.title || zh.library.untitled)
  const [withdrawing, setWithdrawing] = useState(false)
  const go = (to: string) => () => void navigate(to, { state: here })
  const item = (key: string, label: string, can: VerdictView, onClick: () => void, danger = false) => {
    const reason = reasonAgainst(can)
    return {
      key,
      label: reason ? <span title={reason}>{`${label}（${reason}）`}</span> : label,
      disabled: reason !== null,
      danger,
      onClick,
    }
  }
  const { can } = story
  const out = story.state === 'published' || story.state === 'corrected'
  const items = [
    { key: 'revisions', label: zh.revisions.title, onClick: go(paths.storyRevisions(story.id)) },
    { key: 'sheet', label: zh.editor.sheet, onClick: go(paths.storySheet(story.id)) },
    ...(out && story.slug
      ? [
          {
            key: 'reader',
            label: words.openReader,
            onClick: () => void window.open(`/a/${story.slug}`, '_blank', 'noopener'),
          },
        ]
      : []),
    { type: 'divider' as const },
    ...(story.state === 'submitted' ? [item('recall', words.recall, can.recall, () => void acts.recall())] : []),
    ...(out ? [item('correct', words.correct, can.correct, go(paths.storyCorrect(story.id)))] : []),
    ...(out ? [item('withdraw', words.withdraw, can.withdraw, () => setWithdrawing(true), true)] : []),
    ...(story.state === 'draft' ? [item('remove', words.remove, can.remove, () => void acts.remove(), true)] : []),
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button icon={<MoreOutlined />} aria-label={words.more} />
      </Dropdown>
      {withdrawing && (
        <WithdrawDialog
          story={story}
          busy={acts.busy === 'withdraw'}
          onClose={() => setWithdrawing(false)}
          onWithdraw={(reason) => void acts.withdraw(reason).then((done) => done && setWithdrawing(false))}
        />
      )}
    </>
  )
}
