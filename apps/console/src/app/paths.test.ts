import { expect, it } from 'vitest'
import { paths, safeNext } from './paths.ts'

it('builds every address of the console', () => {
  const id = '018f-7a'
  const built = Object.entries(paths).map(
    ([name, build]) => `${name} ${(build as (id?: string) => string)(name === 'login' ? undefined : id)}`,
  )
  expect(built.join('\n')).toMatchInlineSnapshot(`
    "home /
    login /login
    lockedOut /login?locked=1
    setup /setup
    stories /stories
    storyNew /stories/new
    story /stories/018f-7a
    storyCorrect /stories/018f-7a?act=correct
    storyReview /stories/018f-7a/review
    storySheet /stories/018f-7a/sheet
    storyRevisions /stories/018f-7a/revisions
    inspections /inspections
    quality /quality
    samples /quality/samples
    sample /quality/samples/018f-7a
    batches /quality/batches
    check /check
    words /words
    rules /rules
    projects /projects
    projectImport /projects/import
    project /projects/018f-7a
    indicator /indicators/018f-7a
    budget /budget
    budgetImport /budget/import
    budgetPayments /budget/payments
    budgetProject /budget/018f-7a
    measures /measures
    people /people
    units /units
    roles /roles
    audit /audit
    account /account"
  `)
})

it.each([
  ['/stories?state=draft', '/stories?state=draft'],
  [null, '/'],
  ['', '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
])('after signing in, %s leads to %s', (next, to) => expect(safeNext(next)).toBe(to))

it('carries the page to return to, and nothing for the first page', () => {
  expect(paths.login('/stories?q=松江')).toBe('/login?next=%2Fstories%3Fq%3D%E6%9D%BE%E6%B1%9F')
  expect(paths.login('/')).toBe('/login')
})
