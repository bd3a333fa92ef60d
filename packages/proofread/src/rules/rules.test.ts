import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check, ruleCatalogue } from '../index.ts'
import type { RuleCases } from './cases.ts'

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

test('every folder is a rule of the catalogue and every rule has its folder', () => {
  expect(ruleCatalogue.map((rule) => rule.id).toSorted()).toEqual(folders.toSorted())
})

for (const folder of folders) {
  const { cases } = (await import(`./${folder}/cases.ts`)) as { cases: RuleCases }

  describe(folder, () => {
    test('has at least ten right and ten wrong cases', () => {
      expect(cases.right.length).toBeGreaterThanOrEqual(10)
      expect(cases.wrong.length).toBeGreaterThanOrEqual(10)
    })

    test.each(cases.right.map((each) => [each]))('lets pass %j', (each) => {
      const input = typeof each === 'object' ? each.input : each
      const options = (typeof each === 'object' ? each.options : undefined) ?? cases.options
      const findings = check(input, options)
      expect(findings.filter((finding) => finding.ruleId === folder)).toEqual([])
      if (typeof each === 'string' && cases.mustElsewhere?.includes(each)) return
      expect(findings.filter((finding) => finding.severity === '必须改')).toEqual([])
    })

    test.each(cases.wrong.map((each) => [each]))('catches %j', ([input, quote, suggestion, options]) => {
      const findings = check(input, options ?? cases.options).filter((finding) => finding.ruleId === folder)
      expect(findings.map((finding) => [finding.quote, finding.suggestions[0] ?? ''])).toContainEqual([
        quote,
        suggestion,
      ])
    })
  })
}
