import ArrowLeftOutlined from '@ant-design/icons/es/icons/ArrowLeftOutlined'
import { type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { type Back, useBack } from '../lib/here.ts'
import './page-header.css'

/**
 * The head of a page: its one `h1`, the way back, what it is about, and its actions on the right. Sets the window
 * title too.
 *
 * @param back where the back link goes when one did not come from a list; leave out on top-level pages
 * @param meta small facts under the title (tags, number, author)
 */
export function PageHeader({
  title,
  back,
  meta,
  actions,
}: {
  title: string
  back?: Back
  meta?: ReactNode
  actions?: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · 融媒工作台`
  }, [title])
  return (
    <header className="rm-page-header">
      {back && <BackLink fallback={back} />}
      <div className="rm-page-header-row">
        <h1 className="rm-page-title">{title}</h1>
        {actions && <div className="rm-page-actions">{actions}</div>}
      </div>
      {meta && <div className="rm-page-meta">{meta}</div>}
    </header>
  )
}

/** Back to where one came from, with its filters (in the address) and scroll (restored by address). */
export function BackLink({ fallback }: { fallback: Back }) {
  const back = useBack(fallback)
  return (
    <Link className="rm-back" to={back.to}>
      <ArrowLeftOutlined aria-hidden="true" /> 返回{back.label}
    </Link>
  )
}
