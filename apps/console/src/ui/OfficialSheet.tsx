import '@fontsource/noto-serif-sc/400.css'
import '@fontsource/noto-serif-sc/700.css'
import type { ReactNode } from 'react'
import './official-sheet.css'

/**
 * A sheet of paper for official forms (审稿单, 自评表): 宋体-like face, black rules, white ground in dark mode too, and
 * alone on the page when printed. Put plain `<table>`s with merged cells inside.
 *
 * @param wide landscape A4
 */
export function OfficialSheet({
  label,
  children,
  wide = false,
}: {
  label: string
  children: ReactNode
  wide?: boolean
}) {
  return (
    <div className="rm-sheet-scroll">
      <article className={`rm-sheet ${wide ? 'rm-sheet-wide' : ''}`} aria-label={label}>
        {children}
      </article>
    </div>
  )
}
