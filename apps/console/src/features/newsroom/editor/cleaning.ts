import {
  type Body,
  fromText,
  LIMITS,
  type Pasted,
  type PasteNote,
  type PasteNoteKind,
  placePictures,
} from '@rongmei/body'
import { uploadPicture } from './pictures.ts'

/** What people are told about each kind of cleaning; null is not worth a word. */
const NOTES: Record<PasteNoteKind, ((count: number) => string) | null> = {
  tooLarge: () => '内容太大，没有读取',
  tooDeep: () => '层次太多的部分改成了纯文本',
  script: () => '去掉了脚本',
  embed: (count) => `去掉了 ${count} 个视频或插件`,
  drawing: (count) => `去掉了 ${count} 个图形，图形里的文字留下了`,
  hidden: (count) => `去掉了 ${count} 处看不见的文字`,
  comment: (count) => `去掉了 ${count} 条批注`,
  card: (count) => `${count} 张卡片改成了文字`,
  nestedTable: (count) => `${count} 个表中表改成了段落`,
  layoutTable: () => '拆掉了排版用的表格',
  externalPicture: (count) => `${count} 张图片在别的网站上，要上传`,
  embeddedPicture: (count) => `上传了 ${count} 张图片`,
  lostPicture: (count) => `${count} 张图片没有带过来，请另外插入`,
  blankPicture: null,
  droppedLink: (count) => `去掉了 ${count} 个无效链接`,
}

export function cleaningWords(notes: readonly PasteNote[]): string[] {
  return notes.flatMap(({ kind, count }) => NOTES[kind]?.(count) ?? [])
}

/** Uploads the pictures that came inside pasted HTML; one that fails leaves its caption behind. */
export async function settlePictures(pasted: Pasted): Promise<{ body: Body; failed: number }> {
  const sources = await uploadAll(pasted)
  return { body: placePictures(pasted.body, sources), failed: sources.filter((source) => source === null).length }
}

async function uploadAll(pasted: Pasted): Promise<(string | null)[]> {
  const sources: (string | null)[] = []
  for (const [index, picture] of pasted.pictures.entries()) {
    const stored = await fileOf(picture.dataUrl, index)
      .then(uploadPicture)
      .catch(() => null)
    sources.push(stored?.url ?? null)
  }
  return sources
}

async function fileOf(dataUrl: string, index: number): Promise<File> {
  const type = /^data:(image\/[a-z0-9.+-]+)/i.exec(dataUrl)?.[1]?.toLowerCase() ?? ''
  const bytes = base64Bytes(dataUrl.slice(dataUrl.indexOf(',') + 1))
  return new File([bytes], `picture-${index + 1}.${type.split('/')[1]?.replace('jpeg', 'jpg') ?? 'bin'}`, { type })
}

function base64Bytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(decodeURIComponent(text).replace(/\s/g, ''))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** Plain text as paragraphs; null when it is beyond what a story may hold. */
export function cleanText(text: string): Body | null {
  return text.length > LIMITS.characters ? null : fromText(text)
}

/** HTML that our own editor put on the clipboard: ProseMirror marks it, and it needs no cleaning. */
export const isOwnHtml = (html: string): boolean => html.includes('data-pm-slice')

/** Whether HTML says more than its plain text: one paragraph from a chat window is taken as text. */
export const isRich = (html: string): boolean =>
  /<(p|div|h[1-6]|table|ul|ol|li|img|section|br|b|strong|a|blockquote)\b/i.test(html)
