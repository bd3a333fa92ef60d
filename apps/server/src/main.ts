import { composeWorld, openDatabase, openForReading, type Opened, run } from './boot.ts'
import { modules } from './app.ts'
import { type Config, configManual, readConfig } from './platform/config.ts'
import { type Log, makeLog } from './platform/log.ts'
import { verifyEvents } from './platform/seal.ts'
import { ensureDemo, replayCommand, wipeDemo } from './demo/commands.ts'

const OLDEST_NODE = 24

const usage = `用法：
  serve [--demo]   启动服务；--demo 带演示中心
  config           打印全部设置
  replay           重放两年的演示数据，并写成快照
  demo-wipe        删除演示数据
  verify-events    核对事实链
`

/**
 * The one way in. @param argv what stands after the program's name
 * @returns the exit code; undefined while the server runs
 */
export async function main(argv: string[]): Promise<number | undefined> {
  const major = Number(process.versions.node.split('.')[0])
  if (major < OLDEST_NODE) {
    console.error(
      `需要 Node ${OLDEST_NODE} 以上，现在是 ${process.versions.node}。请先运行 npm ci（它会带来合适的 Node），再用 npm start 启动。`,
    )
    return 1
  }
  const [command = 'serve', ...rest] = argv
  if (command === 'config') {
    process.stdout.write(configManual(process.env))
    return 0
  }
  if (command === 'serve') return serveForever(rest.includes('--demo'))
  if (command === 'replay') return replayCommand(rest)
  if (command === 'demo-wipe') return wipeDemo()
  if (command === 'verify-events') return verify()
  process.stderr.write(usage)
  return 2
}

async function serveForever(demo: boolean): Promise<undefined> {
  const config = readConfig(process.env)
  const log = makeLog(config.logLevel)
  const began = performance.now()
  const opened = await openDatabase(config, log)
  const { running, accounts } = await startAll(opened, config, log, demo).catch(async (error: unknown) => {
    await opened.close()
    throw error
  })
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    console.log(`\n收到 ${signal}，正在收尾…`)
    running
      .stop()
      .then(() => opened.close())
      .then(
        () => process.exit(0),
        (error) => {
          log.error({ error }, 'stop failed')
          process.exit(1)
        },
      )
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  if (running.port > 0) announce(running.port, Math.round(performance.now() - began), accounts)
  return undefined
}

async function startAll(opened: Opened, config: Config, log: Log, demo: boolean) {
  const world = composeWorld(opened, config, log)
  const accounts = demo ? await ensureDemo(world, opened, config, log) : []
  const ticks = modules.flatMap((one) => one.ticks ?? [])
  return { accounts, running: await run(world, opened, config, log, ticks) }
}

function announce(
  port: number,
  ms: number,
  accounts: readonly { account: string; role: string; password: string }[],
): void {
  const base = `http://localhost:${port}`
  console.log(
    `\n融媒已就绪（${(ms / 1000).toFixed(1)} 秒）\n\n  读者网站  ${base}/\n  工作台    ${base}/desk\n  接口文档  ${base}/api/openapi.json\n`,
  )
  if (accounts.length > 0) {
    console.log('  演示账号（演示数据；npm run demo:wipe 可删除）')
    for (const one of accounts) console.log(`    ${one.account.padEnd(12)} ${one.password}   ${one.role}`)
    console.log('')
  }
}

async function verify(): Promise<number> {
  const config = readConfig(process.env)
  const log = makeLog('warn')
  const opened = await openForReading(config, log)
  const result = await verifyEvents(composeWorld(opened, config, log).system)
  await opened.close()
  console.log(`已封存 ${result.sealed} 条事实，共 ${result.days} 天；尚未封存 ${result.unsealed} 条`)
  for (const link of result.broken.slice(0, 50))
    console.log(
      `  ${link.day} 第 ${link.no} 条 ${link.eventId}：${{ missing: '缺失', altered: '被改动', gap: '编号不连续' }[link.reason]}`,
    )
  console.log(result.ok ? '事实链完好' : `事实链有 ${result.broken.length} 处不符`)
  return result.ok ? 0 : 1
}

/** Runs a command and ends the process with its code; what goes wrong is a sentence, not a stack. */
export async function runCommand(argv: string[]): Promise<void> {
  try {
    const code = await main(argv)
    if (code !== undefined) process.exit(code)
  } catch (error) {
    console.error(sentenceOf(error))
    process.exit(1)
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, port } = error as Error & { code?: string; port?: number }
  if (code === 'EADDRINUSE') return `端口 ${port} 已被别的程序占用：请先停掉它，或用 PORT=另一个端口 再启动`
  if (code === 'EACCES' && port) return `没有权限使用端口 ${port}：请换一个 1024 以上的端口`
  return error.message
}

if (import.meta.main) await runCommand(process.argv.slice(2))
