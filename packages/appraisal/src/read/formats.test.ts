import { describe, expect, it, vi } from 'vitest'
import { LIMITS } from '../limits.ts'
import type { Form } from '../model.ts'
import { makeDoc } from '../testing/doc.ts'
import { essence, goldenForms, goldenJson, goldenText, makeText } from '../testing/golden.ts'
import { makePdf } from '../testing/pdf.ts'
import { makeArchive, makeZip } from '../testing/zip.ts'
import { writeDocx } from '../write/docx.ts'
import { writeJson } from '../write/package.ts'
import { readBytes } from './bytes.ts'
import { readFiles } from './files.ts'
import { readText } from './text.ts'

// loading the document libraries on a busy machine takes longer than a unit test should
vi.setConfig({ testTimeout: 60_000 })

const golden = essence(goldenJson, ['no']) as { projects: unknown[] }
const rows = ['产出指标|数量指标|场次|=12|=12|50|50|', '效益指标|社会效益指标|影响力|提高|提高|40|38|有待提高']
const text = makeText(rows)
const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content)
const refusal = (key: string): unknown => expect.objectContaining({ key })

describe('old Word documents', () => {
  it('read like the published text', async () => {
    const form = (goldenForms()[0] ?? '').split('\n').filter((line) => line.trim() !== '')
    const back = await readBytes(makeDoc(form.map((line) => line.split('\t'))))
    expect((essence(back, ['no']) as typeof golden).projects).toEqual([golden.projects[0]])
  })
  it('keep Chinese quotation marks', async () => {
    const back = await readBytes(
      makeDoc(
        text
          .replace('做好工作', '办好“夜校”')
          .split('\n')
          .map((line) => line.split('\t')),
      ),
    )
    expect(back.projects[0]?.goals.expected).toBe('办好“夜校”')
  })
  it('in a circle, cut off or too large are refused at once', async () => {
    const doc = makeDoc(text.split('\n').map((line) => line.split('\t')))
    const fatAt = (new DataView(doc.buffer).getInt32(76, true) + 1) * 512
    const circle = doc.slice()
    new DataView(circle.buffer).setInt32(fatAt + 12, 1, true)
    await expect(readBytes(circle)).rejects.toThrow(refusal('damaged'))
    await expect(readBytes(doc.slice(0, doc.length - 600))).rejects.toThrow(/[一-龥]/)
    const large = new Uint8Array(LIMITS.sizeDoc + 1)
    large.set(doc.subarray(0, 8))
    await expect(readBytes(large)).rejects.toThrow(refusal('tooLarge'))
  })
})

describe('PDF', () => {
  const grid = text.split('\n').map((line) => line.split('\t'))
  it.each([
    ['with lines drawn', { ruled: true, perPage: 40 }],
    ['with thin rectangles for lines', { ruled: true, perPage: 40, filled: true }],
    ['without lines', { ruled: false, perPage: 40 }],
    ['broken over pages', { ruled: true, perPage: 10 }],
    ['broken over pages with its header repeated', { ruled: true, perPage: 10, repeat: true }],
    ['broken over pages without lines', { ruled: false, perPage: 10, repeat: true }],
  ])('%s', async (_, options) => {
    const back = await readBytes(makePdf(grid, options))
    expect([back.src.kind, back.projects.length]).toEqual(['自评表', 1])
    expect(essence(back.projects[0])).toEqual(essence(readText(text).projects[0]))
  })
  it('keeps page and row of every cell', async () => {
    const form = (await readBytes(makePdf(grid, { ruled: true, perPage: 10 }))).projects[0] as Form
    expect(form.indicators.map((row) => row.src?.page)).toEqual([1, 2])
    expect(form.indicators[1]?.src?.at.actual?.raw).toBe('提高')
  })
  it.each([
    ['without text', makePdf([], { ruled: true, perPage: 40 }), 'noText'],
    ['that is none', bytesOf('%PDF-1.7 and nothing more'), 'damaged'],
    ['cut off', makePdf(grid, { ruled: true, perPage: 40 }).slice(0, 700), 'damaged'],
  ])('%s is refused', async (_, bytes, key) => {
    await expect(readBytes(bytes)).rejects.toThrow(refusal(key))
  })
})

describe('web pages', () => {
  it.each(['<table><tr><td>', '<b>', '<table>', '<div><p>'])(
    'nested without end in %s are refused at once',
    async (piece) => {
      const started = performance.now()
      await expect(readBytes(bytesOf(`<html>${piece.repeat(100_000)}`))).rejects.toThrow(refusal('damaged'))
      expect(performance.now() - started).toBeLessThan(5000)
    },
  )
  it('with many elements that close are read', async () => {
    const page = `<html><body>${'<p><b>字</b><br></p>'.repeat(5000)}<h1>财政项目支出绩效自评表</h1></body></html>`
    expect((await readBytes(bytesOf(page))).projects).toHaveLength(1)
  })
})

describe('packages', () => {
  const forms = readText(goldenText).projects
  it('give the same forms back, places and all', async () => {
    expect((await readBytes(writeJson(forms))).projects).toEqual(JSON.parse(JSON.stringify(forms)))
  })
  it.each([
    ['of another schema', '{"schema":"rongmei-appraisal/9","projects":[]}', 'notPackage'],
    ['without forms', '{"schema":"rongmei-appraisal/1"}', 'notPackage'],
    ['with a form that is none', '{"schema":"rongmei-appraisal/1","projects":[{"no":1}]}', 'notPackage'],
    ['cut off', '{"schema":"rongmei-appraisal/1","projects":[', 'damaged'],
  ])('%s are refused', async (_, json, key) => {
    await expect(readBytes(bytesOf(json))).rejects.toThrow(refusal(key))
  })
})

describe('several files', () => {
  const all = async (name: string, bytes: Uint8Array) => {
    const found = []
    for await (const one of readFiles(name, bytes)) {
      found.push([one.file, one.result?.projects.length ?? null, one.refused?.key ?? null])
    }
    return found
  }
  it('in a zip are read one by one; one that cannot be read stops none', async () => {
    const inner = makeArchive([['二.txt', bytesOf(text)]])
    const zip = makeArchive([
      ['一/自评.docx', await writeDocx(readText(text).projects)],
      ['一/.DS_Store', Uint8Array.of(0, 1)],
      ['图.png', Uint8Array.of(0x89, 0x50, 0, 0)],
      ['内.zip', inner],
    ])
    expect(await all('包.zip', zip)).toEqual([
      ['包.zip!一/自评.docx', 1, null],
      ['包.zip!图.png', null, 'notText'],
      ['包.zip!内.zip!二.txt', 1, null],
    ])
  })
  it.each([
    ['../../etc/passwd', 'unsafePath'],
    ['/etc/passwd', 'unsafePath'],
    ['C:\\windows\\x.txt', 'unsafePath'],
    ['a\\..\\b.txt', 'unsafePath'],
  ])('with the path %s are refused', async (path, key) => {
    expect(await all('z.zip', makeArchive([[path, bytesOf(text)]]))).toEqual([['z.zip', null, key]])
  })
  it('nested too deep, too many or too much are refused', async () => {
    let zip = makeArchive([['a.txt', bytesOf(text)]])
    for (let i = 0; i < LIMITS.nesting; i += 1) zip = makeArchive([['z.zip', zip]])
    expect((await all('z.zip', zip))[0]?.[2]).toBe('zipBomb')
    expect(await all('z.zip', makeZip('a.txt', new Uint8Array(LIMITS.unpacked + 1)))).toEqual([
      ['z.zip', null, 'zipBomb'],
    ])
    const many = makeArchive(Array.from({ length: LIMITS.files + 1 }, (_, i) => [`${i}.txt`, bytesOf('x')]))
    expect(await all('z.zip', many)).toEqual([['z.zip', null, 'tooManyFiles']])
  })
})
