import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { testWorld } from '../../testing/world.ts'
import { type Caller, callerOf, multipart } from './caller.fixture.ts'
import { storeEvidence } from './files.ts'

const test = await testWorld()
const reporter = await callerOf(test, '沈一鸣')
const visitor = await callerOf(test)
afterAll(() => test.close())

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#b3261e' } })
const png = await picture(900, 600).png().toBuffer()
const ascii = (text: string) => new TextEncoder().encode(text)
type Stored = { url: string; type: string; width: number; height: number; name: string; sha256: string }
const upload = (who: Caller, name: string, bytes: Uint8Array) =>
  who('POST', '/api/files', undefined, multipart([{ name, bytes }]))

/** A PNG of a few bytes that says it has so many pixels. */
function hugePng(width: number, height: number): Buffer {
  const bytes = Buffer.from(png)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

describe('uploading a picture', () => {
  it.each([
    ['png', 'image/png', () => picture(20, 10).png().toBuffer()],
    ['jpg', 'image/jpeg', () => picture(20, 10).jpeg().toBuffer()],
    ['webp', 'image/webp', () => picture(20, 10).webp().toBuffer()],
    ['gif', 'image/gif', () => picture(20, 10).gif().toBuffer()],
  ])('keeps a %s by what it is, whatever it is called', async (extension, type, make) => {
    const bytes = await make()
    const reply = await upload(reporter, '图片.txt', bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(reply.json<Stored>()).toMatchObject({
      type,
      width: 20,
      height: 10,
      sha256,
      url: `/files/${sha256}.${extension}`,
    })
  })

  it('keeps the Chinese name of a file, without any folder', async () => {
    const reply = await upload(reporter, 'C:\\照片\\植树.png', await picture(3, 3).png().toBuffer())
    expect(reply.json<Stored>().name).toBe('植树.png')
  })

  it.each([
    ['a program called .jpg', new Uint8Array([...ascii('MZ'), 0x90, 0, 3, 0, 0, 0]), 415],
    ['an SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 415],
    ['a page', ascii('<!doctype html><script>alert(1)</script>'), 415],
    ['a PDF', ascii('%PDF-1.7 …'), 415],
    ['a beginning of a JPEG and then a script', new Uint8Array([0xff, 0xd8, 0xff, ...ascii('<script>')]), 415],
    ['a picture that unpacks to ten gigapixels', hugePng(100_000, 100_000), 415],
    ['a picture just above the limit', hugePng(60_001, 1_000), 415],
    ['nothing', new Uint8Array(0), 400],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1).fill(0xff), 413],
  ])('refuses %s, in Chinese', async (_, bytes, status) => {
    const reply = await upload(reporter, 'a.jpg', bytes)
    expect([reply.status, reply.error.message]).toEqual([status, expect.stringMatching(/\p{Script=Han}{4}/u)])
    expect(reply.error.requestId).toBe(reply.headers['x-request-id'])
  })

  it('serves a picture with a page hidden behind it as a picture and as nothing else', async () => {
    const both = Buffer.concat([png, ascii('<script>alert(1)</script>')])
    const { url } = (await upload(reporter, 'a.html', both)).json<Stored>()
    const { headers } = await visitor('GET', url)
    expect(headers['content-type']).toBe('image/png')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect((await visitor('GET', url.replace('.png', '.html'))).status).toBe(404)
  })

  it('takes one file at a time', async () => {
    const two = multipart([
      { name: 'a.png', bytes: png },
      { name: 'b.png', bytes: png },
    ])
    const reply = await reporter('POST', '/api/files', undefined, two)
    expect([reply.status, reply.error.fields]).toEqual([400, { file: '一次只能上传一个文件' }])
  })

  it.each([
    ['no multipart at all', { payload: { a: 1 } }],
    [
      'a body cut off',
      { payload: '------x\r\ncontent-dispo', headers: { 'content-type': 'multipart/form-data; boundary=----x' } },
    ],
    ['no boundary', { payload: 'x', headers: { 'content-type': 'multipart/form-data' } }],
    [
      'only a field',
      {
        payload: '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      },
    ],
  ])('refuses %s as a mistake of the caller', async (_, given) => {
    const reply = await reporter('POST', '/api/files', undefined, given)
    expect([reply.status, reply.error.key]).toEqual([400, 'platform.invalid'])
  })

  it('is for those who write: others would only fill the disk with public files', async () => {
    const auditor = await callerOf(test, '冯审计', 'auditor')
    expect((await upload(auditor, 'a.png', png)).error.key).toBe('ability.missing')
    expect((await upload(visitor, 'a.png', png)).error.key).toBe('session.required')
  })
})

describe('a stored picture', () => {
  it('comes smaller when a page asks for it, and never larger', async () => {
    const { url } = (await upload(reporter, 'a.png', png)).json<Stored>()
    const small = await visitor('GET', `${url}?w=320`)
    expect([small.headers['content-type'], small.headers['cache-control']]).toEqual([
      'image/webp',
      'public, max-age=31536000, immutable',
    ])
    for (const query of ['', '?w=1280', '?w=77', '?w=320&w=640'])
      expect((await visitor('GET', `${url}${query}`)).headers['content-type']).toBe('image/png')
  })

  it('that is damaged comes as it is', async () => {
    const { url } = (await upload(reporter, 'a.png', png.subarray(0, 400))).json<Stored>()
    const reply = await visitor('GET', `${url}?w=320`)
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'image/png'])
  })

  it.each([
    '/files/x.png',
    `/files/${'0'.repeat(64)}.png`,
    '/files/..%2f..%2fetc%2fpasswd',
    `/files/${'0'.repeat(64)}%00.png`,
    '/files/',
    `/files/${'a'.repeat(5000)}`,
  ])('is not found at %.80s', async (url) => {
    const reply = await visitor('GET', url)
    expect([reply.status, reply.error.key]).toEqual([404, 'platform.notFound'])
  })
})

describe('evidence', () => {
  it('is for staff only, never shown in place, and its name ends no header', async () => {
    const ctx = await test.as('陈主任', 'director')
    const bytes = ascii('<script>alert(1)</script> 佐证材料')
    const stored = await storeEvidence(ctx, { bytes, name: '佐证"\r\nset-cookie: a=b\ud83d.html' })
    expect((await visitor('GET', stored.url)).error.key).toBe('session.required')
    const reply = await reporter('GET', stored.url)
    expect(reply.status).toBe(200)
    expect(reply.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''[\w%.-]+$/),
    })
    expect(reply.headers['set-cookie']).toBeUndefined()
  })

  it('does not become public by being guessed, nor does it hide the public picture of the same content', async () => {
    const ctx = await test.as('陈主任', 'director')
    const bytes = await picture(7, 7).png().toBuffer()
    const proof = await storeEvidence(ctx, { bytes, name: 'a.png' })
    expect((await visitor('GET', proof.url)).status).toBe(401)
    await upload(reporter, 'a.png', bytes)
    expect((await visitor('GET', proof.url)).status).toBe(200)
  })

  it.each([
    ['a program', new Uint8Array([...ascii('MZ'), 0x90, 0])],
    ['an archive that is no Office file', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
  ])('refuses %s', async (_, bytes) => {
    const ctx = await test.as('陈主任', 'director')
    await expect(storeEvidence(ctx, { bytes, name: 'a.zip' })).rejects.toMatchObject({
      key: 'platform.unsupportedFile',
    })
  })
})
