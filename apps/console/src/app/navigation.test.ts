import { describe, expect, it } from 'vitest'
import { commandsFor, matching } from './commands.ts'
import { isCurrent, placesFor } from './navigation.ts'

const labels = (abilities: Parameters<typeof placesFor>[0]) => placesFor(abilities).map((place) => place.label)

describe('the menu', () => {
  it('starts with what waits, whoever looks', () => expect(labels([])).toEqual(['我的待办', '校对文件']))
  it.each([
    [['story.write'], ['我的待办', '文稿库', '质检', '校对文件', '词库与规则']],
    [['project.read'], ['我的待办', '校对文件', '绩效自评']],
    [['audit.read'], ['我的待办', '校对文件', '人员与单位', '操作记录']],
    [
      ['story.readAll', 'project.read', 'audit.read'],
      ['我的待办', '文稿库', '质检', '校对文件', '词库与规则', '绩效自评', '人员与单位', '操作记录'],
    ],
  ] as const)('shows to %j', (abilities, seen) => expect(labels(abilities)).toEqual(seen))

  it('offers the import only to who may import', () => {
    const children = (abilities: Parameters<typeof placesFor>[0]) =>
      placesFor(abilities)
        .find((place) => place.label === '绩效自评')
        ?.children?.map((child) => child.label)
    expect(children(['project.read'])).toEqual(['项目', '度量目录'])
    expect(children(['project.read', 'project.import'])).toEqual(['项目', '导入自评表', '度量目录'])
  })

  it.each([
    ['/', '/', true],
    ['/', '/stories', false],
    ['/stories', '/stories/018f/review', true],
    ['/projects', '/indicators/018f', true],
    ['/words', '/rules', true],
    ['/people', '/roles', true],
    ['/people', '/projects', false],
  ])('%s is current at %s: %s', (to, pathname, current) => expect(isCurrent({ to }, pathname)).toBe(current))
})

describe('the palette', () => {
  it('finds places and doings by their words', () => {
    const found = (words: string) =>
      matching(commandsFor(['story.write', 'audit.read']), words).map((command) => command.label)
    expect(found('写')).toEqual(['写稿'])
    expect(found('外观 深')).toEqual(['外观：深色'])
    expect(found('操作')).toEqual(['操作记录'])
    expect(found('没有这样的')).toEqual([])
  })
  it('does not offer writing to who may not write', () => {
    expect(commandsFor(['audit.read']).map((command) => command.label)).not.toContain('写稿')
  })
})
