import type { BYLINE_ROLES, Category, ReviewLevel, SOURCE_KINDS, STORY_KINDS, StoryState } from './schemas.ts'

/** The newsroom's own words for its codes: one place for console, reader, exports and review sheet. */
export const stateNames: Record<StoryState, string> = {
  draft: '草稿',
  submitted: '待一审',
  secondReview: '待二审',
  finalReview: '待终审',
  approved: '待发布',
  published: '已发布',
  corrected: '已更正',
  withdrawn: '已撤稿',
}

export const kindNames: Record<(typeof STORY_KINDS)[number], string> = { article: '图文', video: '短视频' }

export const categoryNames: Record<Category, string> = {
  headline: '要闻',
  politics: '政务',
  livelihood: '民生',
  town: '街镇',
  culture: '文化',
  economy: '经济',
  notice: '公告',
}

export const levelNames: Record<ReviewLevel, string> = { first: '一审', second: '二审', final: '终审' }

export const bylineNames: Record<(typeof BYLINE_ROLES)[number], string> = {
  reporter: '记者',
  correspondent: '通讯员',
  editor: '编辑',
  responsibleEditor: '责任编辑',
  proofreader: '校对',
}

export const sourceNames: Record<(typeof SOURCE_KINDS)[number], string> = {
  own: '原创',
  contributed: '来稿',
  reposted: '转载',
}
