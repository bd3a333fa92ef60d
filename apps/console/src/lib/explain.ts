import { Refusal } from '@rongmei/contract'

export type Explanation = { title: string; advice: string; requestId: string }

const ADVICE: Record<string, string> = {
  'platform.notFound': '请核对地址，或从左边的菜单重新找。',
  'story.notVisible': '它可能已删除，或不在您的查看范围内。需要时请联系作者或部门负责人。',
  'platform.forbidden': '需要这项权限时，请联系系统管理员。',
  'ability.missing': '需要这项权限时，请联系系统管理员。',
  'platform.tooManyRequests': '没有改动任何内容，请等一会儿再试。',
}

/** A chunk of the console that is gone after an upgrade: every browser words it differently. */
const STALE_PAGE = /dynamically imported module|importing a module script failed|error loading dynamically/i

/** What to tell a person about anything that was thrown: a refusal's own sentence, a broken line, or our fault. */
export function explain(error: unknown): Explanation {
  if (error instanceof Refusal) {
    const advice =
      reasonIn(error.details) ??
      ADVICE[error.key] ??
      (error.status >= 500 ? '已经保存的内容都在，请稍后再试。' : '已经保存的内容没有变化。')
    return { title: error.message, advice, requestId: error.requestId }
  }
  if (error instanceof Error && STALE_PAGE.test(error.message)) {
    return { title: '工作台刚更新过，这一页要重新打开', advice: '已经保存的内容都在，刷新页面就好。', requestId: '' }
  }
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) {
    return { title: '连不上服务器', advice: '您写的内容还在本页。请检查网络，连上后再试。', requestId: '' }
  }
  return {
    title: '这一页出了差错',
    advice: '已经保存的内容都在。请再试一次；仍不行，请联系系统管理员。',
    requestId: '',
  }
}

/** What exactly is wrong with a file, where the server could say it. */
function reasonIn(details: unknown): string | undefined {
  const reason = typeof details === 'object' && details !== null && 'reason' in details ? details.reason : null
  return typeof reason === 'string' && reason !== '' ? reason : undefined
}

/** The sentence for a toast. */
export const sentenceFor = (error: unknown): string => explain(error).title

/** Problems per form field (`body.name` → `name`), for showing beside the inputs. */
export function fieldProblems(error: unknown): { name: string; errors: string[] }[] {
  if (!(error instanceof Refusal)) return []
  return Object.entries(error.fields).map(([path, problem]) => ({
    name: path.replace(/^body\./, ''),
    errors: [problem],
  }))
}
