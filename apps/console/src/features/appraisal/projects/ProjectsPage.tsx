import Select from 'antd/es/select'
import { useNavigate } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { api, type Reply } from '../../../lib/api.ts'
import { useApi } from '../../../lib/queries.ts'
import { usePhone } from '../../../lib/screen.ts'
import { useHas } from '../../../lib/session.ts'
import { text, useUrlFilters } from '../../../lib/url-filters.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { ExportButton } from '../ExportButton.tsx'
import { zh } from '../zh.ts'
import { ExecutionChart } from './ExecutionChart.tsx'
import { PhoneList } from './PhoneList.tsx'
import { ProjectTable } from './ProjectTable.tsx'
import '../appraisal.css'

type List = Reply<'appraisal', 'listProjects'>

const FILTERS = { year: text(4) }

/** 绩效自评: the projects of a year, what they cost, how they scored and what the checks found. */
export function Component() {
  const filters = useUrlFilters(FILTERS)
  const asked = /^20\d\d$/.test(filters.values.year ?? '') ? Number(filters.values.year) : undefined
  const list = useApi('appraisal', 'listProjects', { query: asked ? { year: asked } : {} }, { keepPrevious: true })
  const year = asked ?? list.data?.items[0]?.year ?? list.data?.years[0]
  return (
    <>
      <PageHeader
        title={zh.projects}
        meta={
          <>
            {year !== undefined && <span>{zh.projectsHint(year)}</span>}
            <span>{zh.money}</span>
          </>
        }
        actions={<Actions list={list.data} year={year} onYear={(next) => filters.set({ year: String(next) })} />}
      />
      <QueryState query={list} rows={10}>
        {(data) => (data.items.length === 0 ? <NoProjects list={data} /> : <Year list={data} />)}
      </QueryState>
    </>
  )
}

type ActionsProps = { list: List | undefined; year: number | undefined; onYear: (year: number) => void }

function Actions({ list, year, onYear }: ActionsProps) {
  const navigate = useNavigate()
  const mayExport = useHas('project.export')
  const years = [...new Set([...(list?.years ?? []), ...(year === undefined ? [] : [year])])].toSorted((a, b) => b - a)
  return (
    <>
      <Select
        aria-label={zh.year}
        value={year}
        onChange={onYear}
        options={years.map((value) => ({ value, label: `${value} ${zh.year}` }))}
      />
      {year !== undefined && (list?.items.length ?? 0) > 0 && (
        <ExportButton
          label={zh.exportAll}
          name={`${zh.exportName}-${year}`}
          can={mayExport}
          fetchFile={(to) => api.appraisal.exportYear({ params: { year }, query: { to, values: 'computed' } })}
        />
      )}
      <ActionButton type="primary" can={list?.can.import} onClick={() => void navigate(paths.projectImport())}>
        {zh.importShort}
      </ActionButton>
    </>
  )
}

function Year({ list }: { list: List }) {
  const phone = usePhone()
  return (
    <div className="appraisal-stack">
      {phone ? <PhoneList rows={list.items} /> : <ProjectTable rows={list.items} />}
      <ExecutionChart rows={list.items} />
    </div>
  )
}

function NoProjects({ list }: { list: List }) {
  const navigate = useNavigate()
  return (
    <EmptyState
      title={zh.emptyProjects}
      hint={list.can.import ? zh.emptyProjectsHint : zh.emptyProjectsReader}
      {...(list.can.import
        ? {
            action: (
              <ActionButton type="primary" onClick={() => void navigate(paths.projectImport())}>
                {zh.import}
              </ActionButton>
            ),
          }
        : {})}
    />
  )
}
