import Button from 'antd/es/button'
import Segmented from 'antd/es/segmented'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { Project } from '@rongmei/contract'
import { paths } from '../../../app/paths.ts'
import { api } from '../../../lib/api.ts'
import { useApi } from '../../../lib/queries.ts'
import { choiceOr, useUrlFilters } from '../../../lib/url-filters.ts'
import { DetailPage } from '../../../ui/DetailPage.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { ExportButton } from '../ExportButton.tsx'
import { FindingCounts } from '../FindingCounts.tsx'
import { zh } from '../zh.ts'
import { words } from '../zh.values.ts'
import { FindingList } from './Findings.tsx'
import { Gaps } from './Gaps.tsx'
import { rowId } from './IndicatorRows.tsx'
import { MarkLegend } from './Mark.tsx'
import { OfficialForm } from './OfficialForm.tsx'
import { RecomputeButton, RecomputeProgress } from './Recompute.tsx'
import type { ValueMode } from './values.ts'
import { WhatIf } from './WhatIf.tsx'
import '../appraisal.css'

const FILTERS = { values: choiceOr(['printed', 'computed', 'frozen'], 'printed') }
const FROZEN = { value: 'frozen' as const, label: words.frozenMode }
const MODES: { value: ValueMode; label: string }[] = [
  { value: 'printed' as const, label: zh.form.printed },
  { value: 'computed' as const, label: zh.form.computed },
]

/** One self-evaluation form, as printed, every cell live. */
export function Component() {
  const { id = '' } = useParams()
  const query = useApi('appraisal', 'getProject', { params: { id } })
  return <QueryState query={query}>{(project) => <Form project={project} />}</QueryState>
}

function Form({ project }: { project: Project }) {
  const filters = useUrlFilters(FILTERS)
  const mode: ValueMode = filters.values.values
  const [marked, setMarked] = useState<number | null>(null)
  const jump = (seq: number) => {
    setMarked(seq)
    document.getElementById(rowId(seq))?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }
  const showFindings = (seq: number) => {
    setMarked(seq)
    document.getElementById(`finding-${seq}`)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }
  return (
    <DetailPage
      id="project"
      header={<Header project={project} mode={mode} />}
      right={{
        title: zh.findingsOf(project.lint.length),
        content: (
          <>
            <Gaps project={project} />
            <FindingList findings={project.lint} onJump={jump} />
          </>
        ),
      }}
    >
      <div className="appraisal-toolbar rm-chrome">
        <Segmented
          aria-label={zh.form.mode}
          value={mode}
          onChange={(value) => filters.set({ values: value })}
          options={project.rows.some((row) => row.frozen) ? [...MODES, FROZEN] : MODES}
        />
        <MarkLegend />
        <span className="rm-muted">{zh.form.ratesHint}</span>
      </div>
      <RecomputeProgress project={project} />
      <OfficialForm project={project} mode={mode} marked={marked} onFindings={showFindings} />
      <WhatIf id={project.id} />
    </DetailPage>
  )
}

function Header({ project, mode }: { project: Project; mode: ValueMode }) {
  const { id } = project
  return (
    <div className="rm-chrome">
      <PageHeader
        title={`${project.no}. ${project.name}`}
        back={{ to: paths.projects(), label: zh.projects }}
        meta={
          <>
            <span>{zh.projectsHint(project.year)}</span>
            <span>{zh.form.ruleSet(project.ruleSet.name)}</span>
            {project.executionScore !== null && <span>{zh.form.executionAs(project.executionScore)}</span>}
            <span>{zh.form.gradeIs(project.grade || '—')}</span>
            <FindingCounts findings={project.findings} />
          </>
        }
        actions={
          <>
            <RecomputeButton project={project} />
            <Button onClick={() => print()}>{zh.print}</Button>
            <ExportButton
              label={zh.exportForm}
              name={`${zh.exportName}-${project.year}-${project.name}`}
              can={project.can.export}
              fetchFile={(to) => api.appraisal.exportProject({ params: { id }, query: { to, values: mode } })}
            />
          </>
        }
      />
    </div>
  )
}
