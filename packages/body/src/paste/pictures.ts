import { LIMITS } from '../limits.ts'
import { storable } from '../text.ts'
import type { Picture } from '../types.ts'
import { isLinkTarget, isPictureSource, pendingSource } from '../urls.ts'
import type { Notes } from './notes.ts'
import type { Element } from './tree.ts'

/** A picture that came inside the HTML; its node's `src` is `pending:<index>` until it is uploaded. */
export type EmbeddedPicture = { dataUrl: string }

export type PictureSink = { notes: Notes; pictures: EmbeddedPicture[]; base: string | undefined }

/** Where lazy loaders keep the real address, WeChat's first; `src` is often only a place holder then. */
const SOURCES = ['data-src', 'data-original', 'data-actualsrc', 'data-lazy-src', 'src', 'xlink:href', 'href']
const IMAGE_DATA = /^data:image\/(?!svg)[a-z0-9.+-]+[;,]/i

/** Shorter data cannot hold a picture worth keeping: counting pixels and place holders. */
const SMALLEST_DATA = 200

/** The picture of an `<img>`, the text of an emoji image, or null with a note of why it is gone. */
export function pictureOf(element: Element, sink: PictureSink): Picture | string | null {
  const { attrs } = element
  const alt = storable(attrs.alt ?? '').trim()
  if (alt && /emoji|wx_?face/i.test(`${attrs.class ?? ''} ${attrs['data-type'] ?? ''}`)) return alt
  const candidates = [...SOURCES.map((name) => attrs[name] ?? ''), firstOfSet(attrs.srcset ?? attrs['data-srcset'])]
  const addresses = candidates.map((raw) => resolve(raw, sink.base))
  const src = addresses.find((address) => address !== null && isPictureSource(address))
  if (src && isPixel(attrs)) return noted(sink, 'blankPicture')
  if (src) {
    if (!src.startsWith('/files/')) sink.notes.add('externalPicture')
    return pictureNode(src, alt, attrs)
  }
  const dataUrl = candidates.map((raw) => raw.trim()).find((raw) => IMAGE_DATA.test(raw))
  if (!dataUrl) return noted(sink, candidates.every((raw) => raw === '') ? 'blankPicture' : 'lostPicture')
  if (dataUrl.length < SMALLEST_DATA) return noted(sink, 'blankPicture')
  sink.notes.add('embeddedPicture')
  sink.pictures.push({ dataUrl })
  return pictureNode(pendingSource(sink.pictures.length - 1), alt, attrs)
}

function noted(sink: PictureSink, kind: 'blankPicture' | 'lostPicture'): null {
  sink.notes.add(kind)
  return null
}

function isPixel(attrs: Record<string, string>): boolean {
  return Number(attrs.width ?? 9) <= 1 && Number(attrs.height ?? 9) <= 1
}

function firstOfSet(set: string | undefined): string {
  return set?.trim().split(/\s/, 1)[0] ?? ''
}

function pictureNode(src: string, alt: string, attrs: Record<string, string>): Picture {
  const picture: Picture = {
    type: 'picture',
    attrs: { src, alt: alt.slice(0, LIMITS.caption).toWellFormed(), caption: '' },
  }
  const natural = pixels(attrs['data-w'])
  const width = natural ?? pixels(attrs.width)
  const ratio = Number(attrs['data-ratio'])
  const height = natural ? pixels(String(natural * ratio)) : pixels(attrs.height)
  if (width) picture.attrs.width = width
  if (height) picture.attrs.height = height
  return picture
}

function pixels(value: string | undefined): number | undefined {
  const number = Math.round(Number(/^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(value ?? '')?.[1]))
  return number >= 1 && number <= 100_000 ? number : undefined
}

/** A link address a reader may be sent to, or null. */
export function linkOf(raw: string, base: string | undefined): string | null {
  const address = resolve(raw, base)
  return address !== null && isLinkTarget(address) ? address : null
}

/** An absolute address: white space out, `//host` over https, relative ones against the page they come from. */
function resolve(raw: string, base: string | undefined): string | null {
  const address = storable(raw)
    .replace(/[\t\r\n]/g, '')
    .trim()
    .replace(/\s/g, '%20')
  if (address === '') return null
  if (address.startsWith('//')) return `https:${address}`
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('/files/') || address.startsWith('#') || !base)
    return address
  return URL.canParse(address, base) ? new URL(address, base).href : null
}
