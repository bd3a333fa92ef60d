import { describe, expect, it } from 'vitest'
import { indexWords, queryWords } from './search.ts'

describe('indexWords', () => {
  it.each(['媒体', '中心', '融媒', '石板', '路上', '板路', '5g'])('holds %s', (word) => {
    expect(indexWords('融媒体中心的石板路上，5G 直播').split(' ')).toContain(word)
  })
  it('has no punctuation and survives a monstrous text', () => {
    expect(indexWords('，。！')).toBe('')
    expect(indexWords('松江'.repeat(200_000)).length).toBeGreaterThan(0)
  })
})

describe('queryWords', () => {
  it('asks for words or for pairs', () => expect(queryWords('石板路')).toMatch(/^\(.*\) \| \('石板' & '板路'\)$/))
  it('is empty when nothing can be found', () => expect([queryWords(''), queryWords('！？ …')]).toEqual(['', '']))
  it('lets no quotation mark out', () => expect(queryWords(`a'b \\ c`)).not.toMatch(/(^|[^'])'b(?!')/))
})
