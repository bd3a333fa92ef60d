import { type Body, fromText } from '@rongmei/body'
import type { StoryContent } from '@rongmei/contract'

/** Numbers that look random and are the same for the same seed (a linear congruential generator, Numerical Recipes). */
export function sequence(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const PLACES = ['城东街道', '新桥镇', '石湖荡镇', '文化中心', '社区食堂', '轨道交通站', '湿地公园', '工业园区']
const PEOPLE = ['志愿者', '居民代表', '工作人员', '老师和学生', '医护人员', '返乡青年', '企业负责人', '非遗传承人']
const DEEDS = [
  '围绕便民服务开展了一次现场交流',
  '把多年积累的经验讲给大家听',
  '为改造后的公共空间提出了具体建议',
  '一起完成了第三季度的巡查任务',
  '在活动现场展示了新近完成的作品',
  '对照清单逐项核对了整改情况',
]
const RESULTS = [
  '办理时间由原来的五天缩短到一天',
  '参与人数比去年同期有所增加',
  '周边居民的出行更加方便',
  '下一步还将向更多村居推广',
  '相关工作计划在年底前全部完成',
  '现场气氛热烈而有序',
]

/** A body of about `characters` Chinese characters in plain paragraphs, the same for the same seed. */
export function bodyOf(characters: number, seed: number): Body {
  const next = sequence(seed)
  const pick = (words: readonly string[]) => words[next(words.length)] ?? ''
  const paragraphs: string[] = []
  for (let left = characters; left > 0; ) {
    let paragraph = ''
    while (paragraph.length < Math.min(180, left))
      paragraph += `在${pick(PLACES)}，${pick(PEOPLE)}${pick(DEEDS)}，${pick(RESULTS)}。`
    paragraphs.push(paragraph)
    left -= paragraph.length
  }
  return fromText(paragraphs.join('\n\n'))
}

/** The content of a story as an editor saves it. */
export function contentOf(title: string, characters: number, seed: number): StoryContent {
  return {
    kind: 'article',
    title,
    deck: '',
    body: bodyOf(characters, seed),
    byline: [{ role: 'reporter', name: '记者甲' }],
    source: { kind: 'own', name: '', unitId: null },
    category: (['headline', 'politics', 'livelihood', 'town', 'culture', 'economy'] as const)[seed % 6] ?? 'town',
    plannedAt: null,
    coverUrl: null,
  }
}
