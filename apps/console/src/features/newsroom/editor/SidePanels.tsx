import type { Story } from '@rongmei/contract'
import Tabs from 'antd/es/tabs'
import { SignOffs } from '../parts/SignOffs.tsx'
import { StoryTimeline } from '../parts/StoryTimeline.tsx'
import { zh } from '../zh.ts'
import { FindingsPanel } from './FindingsPanel.tsx'
import { isOpen } from './shown.ts'
import type { Findings } from './useFindings.ts'
import type { Writing } from './useWriting.ts'

export type SideTab = 'findings' | 'reviews' | 'timeline'

type Props = { story: Story; writing: Writing; findings: Findings; tab: SideTab; onTab: (tab: SideTab) => void }

export function SidePanels({ story, writing, findings, tab, onTab }: Props) {
  const open = findings.list.filter(isOpen).length
  return (
    <Tabs
      size="small"
      activeKey={tab}
      onChange={(key) => onTab(key as SideTab)}
      items={[
        {
          key: 'findings',
          label: open > 0 ? `${zh.side.findings} ${open}` : zh.side.findings,
          children: (
            <FindingsPanel
              list={findings.list}
              chosen={findings.chosen}
              onChoose={findings.choose}
              acts={writing.editable ? findings.acts : undefined}
              checking={findings.state}
              storedAt={story.run?.at ?? null}
              live={findings.live}
            />
          ),
        },
        { key: 'reviews', label: zh.side.reviews, children: <SignOffs story={story} /> },
        { key: 'timeline', label: zh.side.timeline, children: <StoryTimeline id={story.id} /> },
      ]}
    />
  )
}
