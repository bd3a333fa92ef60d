import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z.stringbool()

/** Every setting, with the sentence its manual prints. Nothing else reads the environment. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4870).describe('监听端口；0 表示由系统挑一个'),
  HOST: z.string().default('0.0.0.0').describe('监听地址；只给本机用时写 127.0.0.1'),
  DATA_DIR: z.string().default('var').describe('数据目录：内置数据库与上传的文件都在这里，权限 0700'),
  DATABASE_URL: z.string().startsWith('postgres').optional().describe('外部 PostgreSQL 18 的地址；不写就用内置数据库'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12).describe('数据库连接池大小'),
  PUBLIC_URL: z.url().optional().describe('读者看到的网址，用于分享卡片与链接；不写就按请求的主机名'),
  TRUST_PROXY: z.string().default('').describe('可信反向代理的地址，逗号分隔；写对了才能看到读者的真实地址'),
  SECURE_COOKIES: flag.default(false).describe('只在 HTTPS 下发登录凭证；放在 HTTPS 代理后面时应打开'),
  SESSION_IDLE_HOURS: z.coerce.number().min(0.01).max(720).default(12).describe('多久不动算登录过期（小时）'),
  SESSION_DAYS: z.coerce.number().min(0.01).max(365).default(14).describe('一次登录最长有效期（天）'),
  RATE_LIMIT: z.coerce.number().int().min(10).default(6000).describe('每个地址每分钟最多请求数'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info').describe('日志详细程度'),
  ROLE: z
    .enum(['all', 'serve', 'work'])
    .default('all')
    .describe('这个进程做什么：all 服务与后台任务，serve 只服务，work 只做后台任务'),
})

export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  databasePool: number
  publicUrl: string | undefined
  trustProxy: string[]
  secureCookies: boolean
  sessionIdleMs: number
  sessionMs: number
  rateLimit: number
  logLevel: string
  role: 'all' | 'serve' | 'work'
}

/** Reads the settings from the environment. @throws Error whose message lists each wrong setting in Chinese */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given, { error: z.locales.zhCN().localeError })
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}：${issue.message}`)
    throw new Error(`设置有误：\n${lines.join('\n')}\n用 npm run config 查看全部设置`)
  }
  const value = parsed.data
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    databasePool: value.DATABASE_POOL,
    publicUrl: value.PUBLIC_URL?.replace(/\/$/, ''),
    trustProxy: value.TRUST_PROXY.split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    secureCookies: value.SECURE_COOKIES,
    sessionIdleMs: value.SESSION_IDLE_HOURS * 3_600_000,
    sessionMs: value.SESSION_DAYS * 86_400_000,
    rateLimit: value.RATE_LIMIT,
    logLevel: value.LOG_LEVEL,
    role: value.ROLE,
  }
}

/** The manual of all settings, one paragraph each: name, meaning, default and what is in force now. */
export function configManual(environment: Record<string, string | undefined>): string {
  const lines = Object.entries(schema.shape).map(([name, field]) => {
    const fallback = field.safeParse(undefined)
    const standard = fallback.success && fallback.data !== undefined ? String(fallback.data) : '无'
    const current = environment[name] ? (name === 'DATABASE_URL' ? '已设置' : environment[name]) : '用默认值'
    return `${name}\n    ${field.description}\n    默认：${standard === '' ? '空' : standard}；现在：${current}`
  })
  return `融媒 Rongmei 的设置（写在环境变量里）\n\n${lines.join('\n\n')}\n`
}
