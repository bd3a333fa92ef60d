import type { Element } from './tree.ts'

type Card = { label: string; names: string[] }

/** WeChat's cards: their element, what to call them, and the attributes that hold what the card shows. */
const CARDS: Record<string, Card> = {
  'mp-common-profile': { label: '公众号', names: ['data-nickname', 'data-signature'] },
  'mp-common-videosnap': { label: '视频号', names: ['data-nickname', 'data-desc'] },
  'mp-miniprogram': { label: '小程序', names: ['data-miniprogram-nickname', 'data-miniprogram-title'] },
  'mp-weapp': { label: '小程序', names: ['data-weapp-nickname', 'data-weapp-title'] },
  'mp-common-mpaudio': { label: '音频', names: ['name', 'author'] },
  mpvoice: { label: '音频', names: ['name', 'author'] },
  mpvideo: { label: '视频', names: ['data-title', 'title'] },
  'mp-common-qqmusic': { label: '音乐', names: ['music_name', 'singer'] },
  qqmusic: { label: '音乐', names: ['music_name', 'singer'] },
  'mp-common-product': { label: '商品', names: ['data-title'] },
  'mp-common-poi': { label: '位置', names: ['data-name', 'data-address'] },
}
const OTHER: Card = { label: '卡片', names: ['data-title', 'data-nickname', 'data-name', 'title', 'name'] }
const ADDRESSES = ['data-url', 'data-link', 'data-href', 'href']

/**
 * What a WeChat card says, as a line of text and perhaps the address it leads to; null when the element is no card;
 * an empty line when the card shows nothing.
 */
export function cardOf(element: Element): { line: string; href: string } | null {
  const known = CARDS[element.tag]
  if (!known && !element.tag.startsWith('mp-')) return null
  const { label, names } = known ?? OTHER
  const shown = names.map((name) => element.attrs[name]?.trim() ?? '').filter((text) => text !== '')
  const href = ADDRESSES.map((name) => element.attrs[name] ?? '').find((address) => address !== '') ?? ''
  return { line: shown.length > 0 ? `【${label}】${shown.join(' ')}` : '', href }
}
