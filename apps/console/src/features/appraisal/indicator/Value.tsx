import Progress from 'antd/es/progress'
import type { IndicatorView } from '@rongmei/contract'
import { Moment } from '../../../ui/Moment.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { MarkIcon } from '../form/Mark.tsx'
import { shownValue } from '../form/values.ts'
import { percent, points } from '../format.ts'
import { formatMoment } from '../../../lib/format.ts'
import { zh } from '../zh.ts'
import { words as more } from '../zh.values.ts'

const words = zh.indicator

/** The value large, how much of the year it rests on, its working, and what the rules give for it. */
export function Value({ indicator }: { indicator: IndicatorView }) {
  const shown = shownValue(indicator, 'computed')
  const { computed } = indicator
  return (
    <section className="rm-panel" aria-label={words.value}>
      <p className="appraisal-big">
        {shown.actual || words.noValue} <MarkIcon mark={shown.mark} />
      </p>
      <p className="appraisal-toolbar">
        <StateTag shape={shown.mark === 'typed' ? 'change' : 'dot'}>{zh.marks[shown.mark]}</StateTag>
        {computed && <Met met={computed.met} />}
        {computed && (
          <span className="rm-muted">
            {words.computedAt} <Moment at={computed.at} ago />
          </span>
        )}
      </p>
      {computed && (
        <>
          {indicator.typed && (
            <p>
              {words.value}：{computed.text || words.noValue}
            </p>
          )}
          <p className="appraisal-working">
            {words.working}：{computed.working}
          </p>
          <div className="appraisal-coverage">
            <span>
              {words.coverage} {percent(computed.coverage, 0)}
            </span>
            <Progress
              percent={Math.round(computed.coverage * 100)}
              size="small"
              showInfo={false}
              strokeColor="var(--rm-accent)"
              aria-label={words.coverage}
            />
            <span className="rm-muted">{computed.coverageNote}</span>
          </div>
        </>
      )}
      {indicator.frozen && (
        <p className="appraisal-frozen">
          {more.frozen}：<strong>{indicator.frozen.actual || '—'}</strong>，{more.frozenScore(indicator.frozen.score)}
          <br />
          <span className="rm-muted">{more.frozenAt(indicator.frozen.by.name, formatMoment(indicator.frozen.at))}</span>
        </p>
      )}
      <Points indicator={indicator} />
    </section>
  )
}

function Met({ met }: { met: boolean | null }) {
  if (met === null) return <StateTag shape="ring">{words.metUnknown}</StateTag>
  return met ? (
    <StateTag shape="check" tone="good">
      {words.met}
    </StateTag>
  ) : (
    <StateTag shape="cross" tone="bad">
      {words.notMet}
    </StateTag>
  )
}

/** The printed points stay beside the proposed ones; nothing is overwritten. */
function Points({ indicator }: { indicator: IndicatorView }) {
  return (
    <dl className="appraisal-pairs">
      <dt>{words.points}</dt>
      <dd className="rm-num">{indicator.weight}</dd>
      <dt>{words.reportedScore}</dt>
      <dd className="rm-num">{indicator.score}</dd>
      <dt>{words.proposedScore}</dt>
      <dd>
        <strong className="rm-num">
          {indicator.proposedScore === null ? words.noProposal : points(indicator.proposedScore)}
        </strong>
        {indicator.explanation !== '' && <div className="rm-muted">{indicator.explanation}</div>}
      </dd>
    </dl>
  )
}
