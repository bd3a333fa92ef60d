import type { IndicatorView, Project, ProjectRow } from '@rongmei/contract'

/** Made-up rows for this feature's tests: small, complete, and changed where a test needs it. */
export function indicator(change: Partial<IndicatorView>): IndicatorView {
  return {
    id: '018c0000-0000-7000-8000-000000000001',
    seq: 1,
    l1: '产出指标',
    l2: '数量指标',
    l3: '项目完成率',
    target: '>=95%',
    actual: '>=95%',
    weight: '5',
    score: '5',
    deviation: '',
    confidence: 1,
    warnings: [],
    mark: 'printed',
    link: null,
    computed: null,
    typed: null,
    proposedScore: null,
    explanation: '',
    kind: 'quantitative',
    rubric: null,
    frozen: null,
    signed: null,
    rev: 0,
    ...change,
  }
}

export function projectRow(change: Partial<ProjectRow>): ProjectRow {
  return {
    id: '018c0000-0000-7000-8000-0000000000aa',
    no: 1,
    name: '设施设备升级改造',
    year: 2023,
    state: 'concluded',
    owner: null,
    dept: '宣传部',
    unit: '融媒体中心',
    indicators: 17,
    linked: 3,
    initialFen: '114500000',
    adjustedFen: '55278925',
    executedFen: '55278925',
    executionRate: '1',
    initialRate: '0.4828',
    weightSum: '100',
    scoreSum: '98',
    statedTotal: '98.00',
    grade: '优',
    findings: { error: 1, warning: 2, info: 3 },
    ...change,
  }
}

export function project(change: Partial<Project>): Project {
  const money = { raw: '', fen: null }
  return {
    ...projectRow({}),
    title: '财政项目支出绩效自评表',
    currencyUnit: '元',
    ruleSet: { id: 'national-2020', name: '财预〔2020〕10号' },
    budget: [
      {
        source: '年度资金总额',
        label: '年度资金总额',
        yearStart: money,
        fullYear: money,
        executed: money,
        weight: '10',
        executionRate: '100.00%',
        score: '10',
      },
    ],
    goals: { expected: '', actual: '' },
    rows: [],
    lint: [],
    executionScore: '10',
    gaps: [],
    can: { link: { ok: true }, fill: { ok: true }, export: { ok: true } },
    ...change,
  }
}
