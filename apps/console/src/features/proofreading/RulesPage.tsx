import type { Reply } from '../../lib/api.ts'
import { useApi } from '../../lib/queries.ts'
import { text, useUrlFilters } from '../../lib/url-filters.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { SearchInput } from '../../ui/SearchInput.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { classesOf, matchRules } from './match.ts'
import { zh } from './zh.ts'
import './proofreading.css'

type Rule = Reply<'proofreading', 'listRules'>['items'][number]
const words = zh.rules
const spec = { q: text(), class: text(20) }
const TONES = { 必须改: 'bad', 建议: 'warn', 提示: 'quiet' } as const
const SHAPES = { 必须改: 'alert', 建议: 'half', 提示: 'ring' } as const

/** The catalogue: what each rule looks for, on what grounds, with examples. */
export function Component() {
  const filters = useUrlFilters(spec)
  const { q, class: kind } = filters.values
  const query = useApi('proofreading', 'listRules', undefined, { staleTime: 600_000 })
  return (
    <>
      <PageHeader title={words.title} />
      <QueryState query={query} rows={12}>
        {({ items }) => {
          const found = matchRules(items, q ?? '', kind)
          return (
            <>
              <div className="rules-bar">
                <SearchInput
                  value={q ?? ''}
                  label={words.search}
                  autoFocus
                  onSearch={(next) => filters.set({ q: next })}
                />
                <span className="rm-muted rm-num" aria-live="polite">
                  {words.count(found.length, items.length)}
                </span>
              </div>
              <div className="rules-classes" role="group" aria-label={words.title}>
                <Chip
                  label={words.all}
                  count={items.length}
                  on={!kind}
                  onClick={() => filters.set({ class: undefined })}
                />
                {classesOf(items).map(({ name, count }) => (
                  <Chip
                    key={name}
                    label={name}
                    count={count}
                    on={kind === name}
                    onClick={() => filters.set({ class: kind === name ? undefined : name })}
                  />
                ))}
              </div>
              {found.length === 0 && <EmptyState title={words.empty} />}
              <ul className="rules">
                {found.map((rule) => (
                  <RuleItem key={rule.id} rule={rule} />
                ))}
              </ul>
            </>
          )
        }}
      </QueryState>
    </>
  )
}

function RuleItem({ rule }: { rule: Rule }) {
  return (
    <li className="rule">
      <div className="rule-head">
        <strong>{rule.name}</strong>
        <StateTag shape={SHAPES[rule.severity]} tone={TONES[rule.severity]}>
          {rule.severity}
        </StateTag>
        <span className="rm-muted">{rule.class}</span>
        <code className="rm-muted">{rule.id}</code>
      </div>
      <p className="rm-muted">
        {words.basis}：{rule.basis}
      </p>
      <ul className="rule-examples" aria-label={words.examples}>
        {rule.examples.map(({ wrong, right }) => (
          <li key={`${wrong}→${right}`}>
            <del>{wrong}</del> → <ins>{right}</ins>
          </li>
        ))}
      </ul>
    </li>
  )
}

function Chip({ label, count, on, onClick }: { label: string; count: number; on: boolean; onClick: () => void }) {
  return (
    <button type="button" className={`rules-chip${on ? ' rules-chip-on' : ''}`} aria-pressed={on} onClick={onClick}>
      {label} <span className="rm-num">{count}</span>
    </button>
  )
}
