import Checkbox from 'antd/es/checkbox'
import { useEffect, useRef, useState } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { formatMoment } from '../../../lib/format.ts'
import { zh } from '../zh.ts'
import { FindingCard } from './FindingCard.tsx'
import { isOpen, type Shown } from './shown.ts'
import type { Checking } from './useChecking.ts'

const words = zh.findings

export type FindingActs = {
  accept: (shown: Shown, suggestion: string) => void
  ignore: (shown: Shown, reason: string) => void
  addWord: (shown: Shown) => void
}

/**
 * The findings in order of place. `acts` is left out for those who only read. With the panel focused, Enter accepts the
 * first suggestion and Esc ignores; the keys are bound here, so that they mean nothing elsewhere.
 */
export function FindingsPanel(props: {
  list: Shown[]
  chosen: string | null
  onChoose: (key: string) => void
  acts?: FindingActs | undefined
  checking?: Checking
  storedAt: string | null
  live: boolean
}) {
  const { list, chosen, acts } = props
  const [openOnly, setOpenOnly] = useState(acts !== undefined)
  const [ignoring, setIgnoring] = useState<string | null>(null)
  const shown = openOnly ? list.filter((one) => isOpen(one) || one.key === chosen) : list
  const panel = useShowing(chosen)
  const press = (event: React.KeyboardEvent) => {
    if (!acts || !isPlainKey(event)) return
    const current = list.find((one) => one.key === chosen && isOpen(one))
    if (!current) return
    const [first] = current.finding.suggestions
    if (event.key === 'Enter' && first !== undefined) acts.accept(current, first)
    else if (event.key === 'Escape') ignore(current)
    else return
    event.preventDefault()
  }
  const ignore = (one: Shown) => (one.finding.severity === '必须改' ? setIgnoring(one.key) : acts?.ignore(one, ''))
  return (
    // Focusable as a whole, because its two keys act on the chosen finding wherever the pointer is.
    <div
      ref={panel}
      className="findings"
      tabIndex={0}
      role="group"
      aria-label={words.tab}
      data-findings-panel
      onKeyDown={press}
    >
      <Head {...props} openOnly={openOnly} setOpenOnly={setOpenOnly} />
      {shown.length === 0 && (
        <EmptyState title={list.length > 0 ? words.done : props.live || props.storedAt ? words.empty : words.notYet} />
      )}
      <ul className="findings-list">
        {shown.map((one) => (
          <FindingCard
            key={one.key}
            shown={one}
            chosen={one.key === chosen}
            onChoose={() => props.onChoose(one.key)}
            acts={acts && { ...acts, ignore }}
            ignoring={ignoring === one.key}
            onIgnored={(reason) => {
              setIgnoring(null)
              if (reason !== null) acts?.ignore(one, reason)
              panel.current?.focus()
            }}
          />
        ))}
      </ul>
    </div>
  )
}

/** The panel, scrolled so that the chosen finding is seen. */
function useShowing(chosen: string | null) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    panel.current?.querySelector(`[data-card="${CSS.escape(chosen ?? '')}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return panel
}

/** A key for the panel as a whole: not one of a field in it, of an input method, or with another key held. */
function isPlainKey(event: React.KeyboardEvent): boolean {
  if (event.nativeEvent.isComposing || event.keyCode === 229 || event.target !== event.currentTarget) return false
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
}

function Head(props: {
  list: Shown[]
  checking?: Checking
  storedAt: string | null
  live: boolean
  openOnly: boolean
  setOpenOnly: (value: boolean) => void
}) {
  const count = (severity: string) =>
    props.list.filter((one) => isOpen(one) && one.finding.severity === severity).length
  const decided = props.list.filter((one) => !isOpen(one)).length
  return (
    <div className="findings-head">
      <div className="findings-summary" aria-live="polite">
        {(['必须改', '建议', '提示'] as const).map((severity) => (
          <span
            key={severity}
            className={severity === '必须改' && count(severity) > 0 ? 'findings-count-open' : undefined}
          >
            {severity} <b className="rm-num">{count(severity)}</b>
          </span>
        ))}
      </div>
      <div className="findings-state rm-muted">{stateWords(props)}</div>
      {decided > 0 && (
        <Checkbox checked={props.openOnly} onChange={(event) => props.setOpenOnly(event.target.checked)}>
          {words.hideDecided}
        </Checkbox>
      )}
    </div>
  )
}

function stateWords(props: { checking?: Checking; storedAt: string | null; live: boolean }): string {
  if (props.checking === 'checking') return words.checking
  if (props.checking === 'failed') return words.failed
  if (props.checking === 'tooLong') return words.tooLong
  if (props.storedAt) return words.checked(formatMoment(props.storedAt))
  return props.live ? words.checkedNow : ''
}
