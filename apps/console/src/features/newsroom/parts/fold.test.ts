import { diffBlocks, fromText } from '@rongmei/body'
import { describe, expect, it } from 'vitest'
import { foldRows } from './fold.ts'

const shape = (before: string, after: string, all = false) =>
  foldRows(diffBlocks(fromText(before), fromText(after)), all).map((row) =>
    row.kind === 'fold' ? row.count : row.diff.kind,
  )

describe('folding what did not change', () => {
  const text = '一段\n二段\n三段\n四段\n五段\n六段'
  it.each([
    ['keeps the neighbours of a change', text.replace('三段', '三段改'), [1, 'same', 'changed', 'same', 2]],
    ['folds everything when nothing changed', text, [6]],
    ['keeps what was added at the end', `${text}\n新的一大段`, [5, 'same', 'added']],
  ])('%s', (_name, after, rows) => {
    expect(shape(text, after)).toEqual(rows)
  })

  it('folds nothing when all is asked for', () => {
    expect(shape('一\n二', '一\n二', true)).toEqual(['same', 'same'])
  })
})
