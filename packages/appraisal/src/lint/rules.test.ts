import { describe, expect, it } from 'vitest'
import { readText } from '../read/text.ts'
import { hubei } from '../rules/hubei.ts'
import { national } from '../rules/national.ts'
import { sichuan } from '../rules/sichuan.ts'
import { goldenText, makeText } from '../testing/golden.ts'
import type { Form } from '../model.ts'
import { lintAll } from './across.ts'
import { lint } from './lint.ts'
import { alike } from './similar.ts'

const one = (rows: string[], options?: Parameters<typeof makeText>[1]): Form => {
  const form = readText(makeText(rows, options)).projects[0]
  if (!form) throw new Error('no form')
  return form
}
const codes = (form: Form, rules = national): string[] => lint(form, rules).map((finding) => finding.code)
const has = (row: string, code: string): boolean => codes(one([row])).includes(code)

describe('rows', () => {
  it.each([
    ['unit-mismatch', '产出指标|数量指标|设备维修完成率|=12个月|12个月|5|5|', true],
    ['unit-mismatch', '产出指标|数量指标|活动场次|>=95%|96%|5|5|', true],
    ['unit-mismatch', '产出指标|数量指标|设备维修完成率|>=95%|96%|5|5|', false],
    ['unit-mismatch', '产出指标|数量指标|采访效率|=12条|12条|5|5|', false],
    ['unit-missing', '产出指标|数量指标|维保系数|=10|10|5|5|', true],
    ['unit-missing', '产出指标|数量指标|缴费月份|=12|12|5|5|', false],
    ['operator-equals', '产出指标|质量指标|报道率|=90%|90%|5|5|', true],
    ['operator-equals', '产出指标|质量指标|差错次数|=3次|3次|5|5|', true],
    ['operator-equals', '产出指标|质量指标|差错次数|=0次|0次|5|5|', false],
    ['operator-equals', '产出指标|质量指标|完成率|=100%|100%|5|5|', false],
    ['cost-direction', '产出指标|成本指标|设备采购成本|>=20万元|19万元|5|5|', true],
    ['cost-direction', '产出指标|成本指标|设备采购成本|<=20万元|19万元|5|5|', false],
    ['cost-direction', '产出指标|成本指标|成本节约率|>=5%|6%|5|5|', false],
    ['two-measures', '效益指标|社会效益指标|APP下载率点击率提升率|>=5%|6%|5|5|', true],
    ['two-measures', '效益指标|社会效益指标|推广效应（小视频、节目点击率）|>=5%|6%|5|5|', true],
    ['two-measures', '效益指标|社会效益指标|观看人数和点赞数|>=5|6|5|5|', true],
    ['two-measures', '效益指标|社会效益指标|收视率提升率|>=5%|6%|5|5|', false],
    ['two-measures', '效益指标|社会效益指标|组织、协调及时性|及时|很及时|5|5|', false],
    ['overachieved', '产出指标|数量指标|场次|>=10场|13场|5|5|', true],
    ['overachieved', '产出指标|数量指标|场次|>=10场|12场|5|5|', false],
    ['overachieved', '产出指标|数量指标|场次|>=10场|20场|5|5|临时增加任务，今后将调整指标值。', false],
    ['percent-without-rate', '效益指标|社会效益指标|社会影响|>=95%|96%|5|5|', true],
    ['weight-zero', '产出指标|数量指标|场次|>=10场|13场|0|0|', true],
    ['category-misfit', '产出指标|数量指标|系统故障率|<=5%|3%|5|5|', true],
    ['category-misfit', '产出指标|时效指标|是否顺利播放|是|顺利|5|5|', true],
    ['category-misfit', '产出指标|时效指标|播出|按月|每月|5|5|', false],
    ['category-misfit', '满意度指标|服务对象满意度指标|收视率|>=5%|6%|5|5|', true],
    ['category-misfit', '效益指标|经济效益指标|运行成本|减少|下降|5|5|', false],
    ['tier-range', '产出指标|质量指标|质量|良好|良好|10|7|有待完善', true],
    ['tier-range', '产出指标|质量指标|质量|良好|良好|10|8|有待完善', false],
    ['reason-contradicts-actual', '产出指标|质量指标|温度达标率|>=98%|>=98%|5|4|湿度有时未达标准', true],
    ['reason-contradicts-actual', '产出指标|质量指标|温度达标率|>=98%|90%|5|4|湿度有时未达标准', false],
    ['unmet-with-points', '产出指标|质量指标|验收|合格|未验收|5|5|年底到货', true],
    ['reason-empty', '产出指标|质量指标|质量|良好|良好|5|4|有待完善', true],
    ['payment-as-quantity', '产出指标|数量指标|资金支付进度|=100%|100%|5|5|', true],
    ['complaint-as-satisfaction', '满意度指标|服务对象满意度指标|群众满意度|满意|全年无投诉|5|5|', true],
    ['satisfaction-without-survey', '满意度指标|服务对象满意度指标|群众满意度|>=90%|95%|5|5|', true],
    ['satisfaction-without-survey', '满意度指标|服务对象满意度指标|群众满意度|>=90%|95%（问卷 300 份）|5|5|', false],
    ['satisfaction-foreign-object', '满意度指标|服务对象满意度指标|学生家长满意度|>=90%|95%|5|5|', true],
    ['satisfaction-foreign-object', '满意度指标|服务对象满意度指标|群众满意度|>=90%|95%|5|5|', false],
    ['template-text', '产出指标|质量指标|质量|××|良好|5|5|', true],
    ['template-text', '产出指标|质量指标|4×4矩阵|良好|很好|5|5|', false],
    ['personal-data', '产出指标|质量指标|质量|良好|联系人13812345678|5|5|', true],
    ['personal-data', '产出指标|质量指标|质量|良好|１３８ １２３４ ５６７８|5|5|', true],
    ['personal-data', '产出指标|质量指标|质量|良好|电话021-57712345|5|5|', true],
    ['personal-data', '产出指标|质量指标|质量|良好|11010519491231002X|5|5|', true],
    ['personal-data', '产出指标|质量指标|质量|良好|110105194912310021|5|5|', false],
    ['personal-data', '产出指标|数量指标|阅读量|>=13812345678次|13812345678901|5|5|', false],
    ['typing', '产出指标|质量指标|业务覆盖覆盖面|良好|很好|5|5|', true],
    ['typing', '产出指标|质量指标|运维保养 及时性|及时|很及时|5|5|', true],
    ['typing', '产出指标|质量指标|质量|良好|很好|5|4|内容（不足。', true],
    ['typing', '产出指标|质量指标|质量|良好|很好|5|4|1）内容不足。2）人手不足。', false],
    ['target-not-measurable', '产出指标|数量指标|版权数量|按合同约定|按合同约定|5|5|', true],
    ['target-without-base', '效益指标|社会效益指标|影响力|提高|提高|5|5|', true],
    ['target-without-base', '效益指标|社会效益指标|影响力|比上年提高5%|6%|5|5|', false],
  ])('%s in %s: %s', (code, row, expected) => expect(has(row, code)).toBe(expected))

  it('never print the number they found', () => {
    const form = one(['产出指标|质量指标|质量|良好|联系人13812345678|5|5|'])
    expect(JSON.stringify(lint(form).filter((finding) => finding.code === 'personal-data'))).not.toContain('12345')
  })
})

describe('forms', () => {
  const rows = ['产出指标|数量指标|场次|>=12场|12场|50|50|', '效益指标|社会效益指标|影响力|提高|有提高|40|40|']
  const goals = (form: Form, expected: string, actual: string): Form => ({ ...form, goals: { expected, actual } })
  it.each([
    ['举办活动12场', '完成', 'goal-number-missing', false],
    ['举办活动30场', '完成', 'goal-number-missing', true],
    ['完成率达到100%', '完成', 'goal-number-missing', true],
    ['第3场活动', '完成', 'goal-number-missing', false],
    ['做好工作', '发布13,575条', 'narrative-number-without-row', true],
    ['做好工作', '举办１２场', 'narrative-number-without-row', false],
    ['完成2022年计划', '完成', 'year-foreign', true],
    ['完成2024年计划', '完成', 'year-foreign', false],
    ['请填写目标', '完成', 'template-text-goal', true],
    ['做好工作', '因预算调整，部分项目未实施', 'adjustment-unexplained', false],
    ['做好工作', '完成', 'adjustment-unexplained', true],
  ])('goal %s, result %s: %s %s', (expected, actual, code, hit) => {
    expect(codes(goals(one(rows), expected, actual)).includes(code)).toBe(hit)
  })
  it('without a level are told', () => expect(codes(one(rows))).toContain('level-missing'))
  it('with one indicator in outputs and benefits count it once', () => {
    const twice = [
      ...rows,
      '效益指标|社会效益指标|活动场次|>=12场|12场|5|5|',
      '产出指标|数量指标|活动场次|>=12场|12场|5|5|',
    ]
    expect(codes(one(twice))).toContain('output-benefit-duplicate')
  })
  it('of Sichuan explain any adjustment and an execution rate below 90 %', () => {
    const form = one(rows, { money: ['100|99|80|10|80.81%|8.08'] })
    expect(codes(form)).not.toContain('adjustment-unexplained')
    expect(codes(form, sichuan)).toEqual(expect.arrayContaining(['adjustment-unexplained', 'execution-unexplained']))
  })
  it('of Hubei are weighed by Hubei', () => {
    const form = one(['产出指标|数量指标|场次|>=12场|12场|40|40|', '效益指标|社会效益指标|影响力|提高|好|40|40|'], {
      money: ['100|100|100|20|100.00%|20'],
    })
    expect(codes(form, hubei)).not.toContain('weights-off-guide')
    expect(codes(form)).toContain('weights-off-guide')
  })
})

describe('names', () => {
  it.each([
    ['设备采购及时性', '采购及时性', true],
    ['群众满意度', '群众 满意度指标', true],
    ['观众满意度', '听众观众满意度', true],
    ['系统故障率', '系统完好率', false],
    ['融媒体中心运行成本', '区融媒体中心运行情况', false],
    ['场次', '场地', false],
  ])('%s and %s: %s', (a, b, expected) => expect(alike(a, b)).toBe(expected))
})

describe('several forms', () => {
  const golden = readText(goldenText).projects
  const found = lintAll(golden)
  const count = (code: string): number => found.filter((finding) => finding.code === code).length
  it('keep the findings of each, in order', () => {
    golden.forEach((form, i) => {
      const own = found.filter((finding) => finding.form === i).slice(0, lint(form).length)
      expect(own).toEqual(lint(form).map((finding) => ({ form: i, ...finding })))
    })
  })
  it('find 长效机制健全性 in seven projects and four more names in two each', () => {
    const same = found.filter((finding) => finding.code === 'duplicate-across')
    expect(same.filter((finding) => finding.message.startsWith('「长效机制健全性」'))).toHaveLength(7)
    expect(new Set(same.map((finding) => /「(.*?)」/.exec(finding.message)?.[1])).size).toBe(6)
    expect(count('duplicate-across')).toBe(7 + 5 * 2) // appraisal.md 2.1
    expect(count('near-duplicate-across')).toBeGreaterThan(0)
    expect(count('all-full-score')).toBe(0)
  })
  it('that are copies of each other are no duplicates', () => {
    const form = golden[0] as Form
    expect(lintAll([form, form]).filter((finding) => finding.code.includes('across'))).toEqual([])
  })
  it('with nothing lost anywhere, or the same reason everywhere, are told', () => {
    const reason = '因天气原因部分活动推迟，今后将加强组织。'
    const forms = ['甲', '乙', '丙'].map((name) => ({
      ...one([`产出指标|数量指标|场次|>=12场|12场|90|90|${reason}`], { total: '100|100' }),
      name,
    }))
    const all = lintAll(forms).map((finding) => finding.code)
    expect(all.filter((code) => code === 'all-full-score')).toHaveLength(3)
    expect(all.filter((code) => code === 'reason-repeated')).toHaveLength(3)
  })
})
