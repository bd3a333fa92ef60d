import { useLocation, useNavigate, useParams } from 'react-router'
import { paths } from '../../../app/paths.ts'
import type { Reply } from '../../../lib/api.ts'
import { useKeys } from '../../../lib/keys.ts'
import { useApi } from '../../../lib/queries.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { DetailPage } from '../../../ui/DetailPage.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { FindingList } from '../form/Findings.tsx'
import { zh } from '../zh.ts'
import { toDecimal } from '../form/values.ts'
import { Calibration } from './Calibration.tsx'
import { DeviationPanel } from './DeviationPanel.tsx'
import { Facts } from './Facts.tsx'
import { History } from './History.tsx'
import { LinkPanel } from './LinkPanel.tsx'
import { neighbours } from './neighbours.ts'
import { RubricPanel } from './RubricPanel.tsx'
import { TypedPanel } from './TypedPanel.tsx'
import { Value } from './Value.tsx'
import '../appraisal.css'

const words = zh.indicator
type Reading = Reply<'appraisal', 'getIndicator'>

/** One indicator: its target, what the records say, and the records. */
export function Component() {
  const { id = '' } = useParams()
  const query = useApi('appraisal', 'getIndicator', { params: { id } })
  return <QueryState query={query}>{(reading) => <Indicator key={id} {...reading} />}</QueryState>
}

function Indicator({ indicator, project }: Reading) {
  const form = useApi('appraisal', 'getProject', { params: { id: project.id } })
  const { link } = indicator
  const findings = form.data?.lint.filter((finding) => finding.row === indicator.seq) ?? []
  const name = `${words.seq(project.no, indicator.seq)} ${indicator.l3}`
  return (
    <DetailPage
      id="indicator"
      header={<Header indicator={indicator} project={project} rows={form.data?.rows ?? []} />}
      right={{
        title: words.basis,
        content: (
          <div className="appraisal-stack">
            <LinkPanel indicator={indicator} year={project.year} can={form.data?.can.link} />
            {(indicator.kind === 'qualitative' || indicator.rubric) && (
              <RubricPanel indicator={indicator} can={form.data?.can.fill} />
            )}
            <TypedPanel indicator={indicator} can={form.data?.can.fill} />
            {(indicator.signed !== null || losesPoints(indicator)) && (
              <DeviationPanel indicator={indicator} can={form.data?.can.fill} />
            )}
            {findings.length > 0 && (
              <section>
                <h3 className="appraisal-section">{zh.findingsOf(findings.length)}</h3>
                <FindingList findings={findings} />
              </section>
            )}
          </div>
        ),
      }}
    >
      <div className="appraisal-stack">
        <Printed indicator={indicator} />
        <Value indicator={indicator} />
        <Calibration id={indicator.id} />
        {link && (
          <>
            <History key={`${link.measure}${link.at}`} id={indicator.id} unit={indicator.computed?.unit ?? ''} />
            <Facts
              key={indicator.computed?.at ?? ''}
              id={indicator.id}
              label={name}
              frozen={indicator.frozen !== null}
            />
          </>
        )}
      </div>
    </DetailPage>
  )
}

type HeaderProps = Reading & { rows: Reading['indicator'][] }

function Header({ indicator, project, rows }: HeaderProps) {
  const navigate = useNavigate()
  // The way back stays the form one came from, whatever number of indicators one leafs through.
  const state: unknown = useLocation().state
  const { previous, next } = neighbours(rows, indicator.id)
  const go = (to: { id: string } | undefined) => {
    if (to) void navigate(paths.indicator(to.id), { replace: true, preventScrollReset: true, state })
  }
  useKeys(words.page, [
    { combo: 'j', label: words.next, run: () => go(next) },
    { combo: 'k', label: words.previous, run: () => go(previous) },
  ])
  return (
    <PageHeader
      title={indicator.l3}
      back={{ to: paths.project(project.id), label: project.name }}
      meta={
        <>
          <span>{words.seq(project.no, indicator.seq)}</span>
          <span>{`${indicator.l1} / ${indicator.l2}`}</span>
          <span>{zh.projectsHint(project.year)}</span>
        </>
      }
      actions={
        <>
          <ActionButton why={previous ? null : words.first} onClick={() => go(previous)}>
            {words.previousKey}
          </ActionButton>
          <ActionButton why={next ? null : words.last} onClick={() => go(next)}>
            {words.nextKey}
          </ActionButton>
        </>
      }
    />
  )
}

/** Whether the points it would be handed in with are fewer than its weight. */
function losesPoints({ weight, score, proposedScore }: Reading['indicator']): boolean {
  const [whole, points] = [toDecimal(weight), toDecimal(proposedScore ?? score)]
  return whole !== null && points !== null && points.lessThan(whole)
}

/** The row as the form prints it. */
function Printed({ indicator }: { indicator: Reading['indicator'] }) {
  return (
    <section className="rm-panel">
      <dl className="appraisal-pairs">
        <dt>{words.target}</dt>
        <dd>
          <strong>{indicator.target}</strong>
        </dd>
        <dt>{words.reported}</dt>
        <dd>{indicator.actual || '—'}</dd>
        {indicator.deviation !== '' && (
          <>
            <dt>{words.deviation}</dt>
            <dd>{indicator.deviation}</dd>
          </>
        )}
        {indicator.warnings.length > 0 && (
          <>
            <dt>{words.warnings}</dt>
            <dd>{indicator.warnings.join('；')}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
