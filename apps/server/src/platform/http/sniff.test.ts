import { describe, expect, it } from 'vitest'
import { zipOf } from '../../testing/zip.ts'
import { declaredZipSize, sniff, unpackedZipSize } from './sniff.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const ascii = (text: string) => new TextEncoder().encode(text)

describe('sniff', () => {
  it.each([
    ['jpg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['gif', ascii('GIF89a')],
    ['webp', ascii('RIFF....WEBPVP8 ')],
    ['unknown', new Uint8Array([...ascii('RIFF'), 1, 2, 3, 4, ...ascii('WAVE')])],
    ['pdf', ascii('%PDF-1.7')],
    ['zip', bytes(0x50, 0x4b, 3, 4, 20, 0)],
    ['doc', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
    ['unknown', new Uint8Array([...ascii('MZ'), 0x90, 0, 3, 0])],
    ['text', ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['text', ascii('佘山镇举行植树活动')],
    ['text', bytes()],
    ['unknown', bytes(0xd6, 0xd0, 0xb9, 0xfa, 0xc8, 0xcb, 0xc3, 0xf1)],
    ['unknown', bytes(0x41, 0x00, 0x42)],
  ])('%s', (kind, given) => expect(sniff(given)).toBe(kind))

  it('judges a long text by its beginning, also where that ends inside a character', () => {
    expect(sniff(ascii(`a${'松'.repeat(100_000)}`))).toBe('text')
  })

  it('is quick on megabytes that look like text to the end', () => {
    const began = performance.now()
    sniff(new Uint8Array(20 * 1024 * 1024).fill(0x20))
    expect(performance.now() - began).toBeLessThan(500)
  })
})

const part = (name: string, size: number, claims = size) => ({ name, bytes: new Uint8Array(size), claims })

describe('zip archives', () => {
  it('tell what they claim and what they hold', () => {
    const zip = zipOf([part('a', 1_000), part('b', 2_000)])
    expect(declaredZipSize(zip)).toEqual({ entries: 2, size: 3_000 })
    expect(unpackedZipSize(zip, 10_000)).toBe(3_000)
  })

  it('are believed when they claim to be huge', () => {
    expect(declaredZipSize(zipOf([part('a', 10, 0xffff_ffff)]))?.size).toBe(0xffff_ffff)
  })

  it('are not believed when they claim to be small: unpacking stops at the limit', () => {
    const liar = zipOf([part('a', 5_000_000, 10)])
    expect(declaredZipSize(liar)?.size).toBe(10)
    expect(unpackedZipSize(liar, 1_000_000)).toBe(1_000_001)
  })

  it('are no archives when records hide behind a false count', () => {
    const hidden = zipOf([part('a', 10), part('b', 5_000_000)], 1)
    expect(declaredZipSize(hidden)).toBeNull()
    expect(unpackedZipSize(hidden, 1_000_000)).toBeNull()
  })

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a beginning only', zipOf([part('a', 10)]).subarray(0, 30)],
    ['something after the end', new Uint8Array([...zipOf([part('a', 10)]), 1])],
    [
      'an end that points nowhere',
      zipOf([part('a', 10)]).map((value, i, all) => (i === all.length - 5 ? 0xff : value)),
    ],
  ])('are none with %s', (_, given) => {
    expect(declaredZipSize(given)).toBeNull()
    expect(unpackedZipSize(given, 1_000)).toBeNull()
  })

  it('are damaged when their contents cannot be unpacked', () => {
    const zip = zipOf([{ name: 'a', bytes: ascii('佘山镇举行植树活动'.repeat(9)) }])
    zip[31] = 0xff
    expect(unpackedZipSize(zip, 1_000)).toBeNull()
  })
})
