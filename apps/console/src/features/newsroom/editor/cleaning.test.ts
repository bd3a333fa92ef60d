import { describe, expect, it } from 'vitest'
import { cleaningWords, cleanText, isOwnHtml, isRich, settlePictures } from './cleaning.ts'

describe('cleaning what is pasted', () => {
  it('says what was changed, in words, and is silent about trifles', () => {
    expect(
      cleaningWords([
        { kind: 'script', count: 1 },
        { kind: 'blankPicture', count: 3 },
        { kind: 'externalPicture', count: 2 },
      ]),
    ).toEqual(['去掉了脚本', '2 张图片在别的网站上，要上传'])
  })

  it('keeps the caption of a picture that could not be uploaded', async () => {
    const picture = { src: 'pending:0', alt: '', caption: '油菜花田' }
    const settled = await settlePictures({
      body: { type: 'doc', content: [{ type: 'picture', attrs: picture }] },
      notes: [],
      pictures: [{ dataUrl: 'data:image/tiff;base64,AAAA' }],
    })
    expect(settled).toEqual({
      failed: 1,
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '油菜花田' }] }] },
    })
  })

  it('takes plain text by lines, up to the limit', () => {
    expect(cleanText('一\n\n二')?.content).toHaveLength(2)
    expect(cleanText('字'.repeat(600_001))).toBeNull()
  })

  it('knows its own clipboard and plain fragments', () => {
    expect(isOwnHtml('<p data-pm-slice="1 1 []">字</p>')).toBe(true)
    expect([isRich('<meta charset="utf-8"><span>字</span>'), isRich('<p>字</p>')]).toEqual([false, true])
  })
})
