import type { ReactNode } from 'react'
import './entry.css'

/** The frame of the pages before signing in: a quiet card in the middle. */
export function EntryPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="rm-entry">
      <title>{`${title} · 融媒工作台`}</title>
      <div className="rm-entry-card">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
