import MenuFoldOutlined from '@ant-design/icons/es/icons/MenuFoldOutlined'
import MenuUnfoldOutlined from '@ant-design/icons/es/icons/MenuUnfoldOutlined'
import Button from 'antd/es/button'
import { type ReactNode, useState } from 'react'
import { isFlag, keep, readKept } from '../lib/kept.ts'
import { usePhone } from '../lib/screen.ts'
import './detail-page.css'

export type SidePanel = { title: string; content: ReactNode }

/**
 * A workbench: a list on the left, the thing in the middle, what matters for deciding on the right. Side panels fold
 * (remembered per `id`) and stack below the middle on a phone.
 *
 * @param header usually a `PageHeader`, across the whole width
 * @example <DetailPage id="review" header={…} left={{ title: '待审', content }} right={{ title: '依据', content }}>…</DetailPage>
 */
export function DetailPage({
  id,
  header,
  left,
  right,
  children,
}: {
  id: string
  header: ReactNode
  left?: SidePanel | undefined
  right?: SidePanel | undefined
  children: ReactNode
}) {
  return (
    <div className="rm-detail">
      {header}
      <div className="rm-detail-body">
        {left && <Side id={`${id}.left`} side="left" panel={left} />}
        <div className="rm-detail-middle">{children}</div>
        {right && <Side id={`${id}.right`} side="right" panel={right} />}
      </div>
    </div>
  )
}

function Side({ id, side, panel }: { id: string; side: 'left' | 'right'; panel: SidePanel }) {
  const phone = usePhone()
  // On a phone the list would stand in the way of the thing: it starts folded; what decides stays open below.
  const [folded, setFolded] = useState(() => readKept(`folded.${id}`, phone && side === 'left', isFlag))
  const toggle = () => {
    setFolded(!folded)
    keep(`folded.${id}`, !folded)
  }
  const opens = (side === 'left') === folded
  return (
    <aside className={`rm-side rm-side-${side} ${folded ? 'rm-side-folded' : ''}`} aria-label={panel.title}>
      <div className="rm-side-head">
        <h2 className="rm-side-title">{panel.title}</h2>
        <Button
          type="text"
          size="small"
          icon={opens ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          aria-label={`${folded ? '展开' : '收起'}${panel.title}`}
          aria-expanded={!folded}
          onClick={toggle}
        />
      </div>
      {!folded && <div className="rm-side-content">{panel.content}</div>}
    </aside>
  )
}
