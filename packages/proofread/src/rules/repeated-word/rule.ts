import { buildAutomaton } from '../../text/automaton.ts'
import { draftsOf, han } from '../../text/scan.ts'
import type { Draft, Rule } from '../../types.ts'

/** Words of two or more characters that are never reduplicated. */
const words = `
我们 他们 她们 它们 你们 咱们 大家 自己 这个 那个 这些 那些 这里 那里 这样 那样 什么 怎么 进行 已经 因为 所以 但是 可是 不过 以及 通过 对于 关于 根据 为了 由于 同时 目前 如果 虽然 而且 并且 或者 还是 只有 只要 无论 不仅
可以 没有 不是 就是 应该 必须 需要 能够 可能 正在 曾经 一直 其中 其他 之后 之前 以后 以前 以来 开始 结束 完成 实现 成为 作为 认为 表示 指出 强调 要求 提出 举行 召开 举办 开展 推进 加强 提高 加快 促进 推动 落实 贯彻 坚持 建设 发展
改革 创新 工作 活动 会议 项目 企业 公司 政府 社会 经济 文化 教育 科技 环境 生态 社区 街道 乡镇 农村 城市 全国 全市 全区 中国 上海 北京 记者 群众 居民 市民 干部 党员 代表 委员 主任 书记 局长 区长 市长 部门 单位 机构 问题 情况 方面
今年 去年 明年 今天 昨天 明天 上午 下午 现在 时间 地区 国家 人民 国际 世界 历史 技术 服务 管理 市场 生产 产品 质量 安全 学校 学生 老师 医院 医生 孩子 老人 家庭 生活 人员 人才 重要 主要 积极 有效 进一步 第一 各级 有关 相关 来自
截至 截止 随着 按照 经过 围绕 针对 面对 除了 关注 参加 参与 获得 取得 达到 超过 增长 下降 增加 减少 提供 支持 保障 保护 组织 领导 负责 介绍 说明 显示 发布 公布 宣布 报道 发现 调查 处理 解决 影响 使用 采取 采用 包括 属于 位于
`
  .trim()
  .split(/\s+/)

const automaton = buildAutomaton(words.map((word) => word + word))

/** Three to eight characters at once repeated whole: a slip of copying, unless it is a chant or an imitation of sounds. */
const phrase = new RegExp(`([${han}]{3,8})\\1`, 'g')

const isPeriodic = (unit: string) =>
  unit.length % 2 === 0 && unit.slice(0, unit.length / 2) === unit.slice(unit.length / 2)
const isChant = (unit: string) =>
  new Set(unit).size < unit.length - 1 || isPeriodic(unit) || /[啊呀哦哈嘿哟啦噢喔加油一不又越]/.test(unit)

export const rule: Rule = {
  id: 'repeated-word',
  class: '重复',
  name: '词语重复',
  basis: '《现代汉语八百词》：双音节名词、连词、介词等不重叠',
  severity: '必须改',
  confidence: 0.92,
  scope: 'block',
  examples: ['我们我们要→我们要', '松江区松江区→松江区'],
  run: ({ text }) => {
    const drafts: Draft[] = []
    automaton.scan(text, (index, start, end) => {
      const word = words[index] ?? ''
      const straddles = text.slice(end).startsWith(word) || text.slice(0, start).endsWith(word)
      if (straddles) return
      drafts.push({ start, end, suggestions: [word], explanation: `“${word}”连写了两次，应删去一个。` })
    })
    const phrases = draftsOf(phrase, text, (match) => {
      const unit = match[1] ?? ''
      if (isChant(unit)) return undefined
      return { suggestions: [unit], explanation: `“${unit}”连写了两次，请核对。`, severity: '建议', confidence: 0.85 }
    })
    return [...drafts, ...phrases]
  },
}
