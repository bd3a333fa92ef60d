import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/**
 * `--no-sandbox`: root and containers have none. The rest keeps it from calling home (updates, safe browsing, field
 * trials): a journey speaks only to the server under test. Web security stays on, as for staff.
 */
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
]

/**
 * A headless Chromium, the one that npm installed (`@sparticuz/chromium`) or the one `CHROMIUM_PATH` names.
 * Speaks Chinese, keeps China's time when the context says so; close it when done.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH']
  if (own) return await chromium.launch({ executablePath: own, args: ARGS })
  const { folder, executablePath } = await unpack()
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_FILE: process.env['FONTCONFIG_FILE'] ?? join(folder, 'fonts.conf'),
  }
  return await chromium.launch({ executablePath, args: ARGS, env })
}

/**
 * Unpacks the browser once per version and user. The package unpacks into TMPDIR and takes whatever already lies
 * there, half-written files and other people's included; so it gets a folder of its own, which is renamed when whole.
 */
async function unpack(): Promise<{ folder: string; executablePath: string }> {
  const version = packagedVersion()
  const uid = process.getuid?.() ?? 0
  const folder = join(tmpdir(), `rongmei-chromium-${version}-${uid}`)
  const executablePath = join(folder, 'chromium')
  if (isOurs(folder, uid)) return { folder, executablePath }
  const draft = `${folder}.${process.pid}`
  mkdirSync(draft, { mode: 0o700 })
  try {
    await inflateInto(draft)
    writeFileSync(join(draft, 'fonts.conf'), fontsConf(folder))
    renameSync(draft, folder)
  } catch (error) {
    // Another run may have been faster; its folder does as well.
    if (!isOurs(folder, uid)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return { folder, executablePath }
}

/** The package does not export its package.json, so it is read beside what it does export. */
function packagedVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  return (JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')) as { version: string }).version
}

function isOurs(folder: string, uid: number): boolean {
  if (!existsSync(folder)) return false
  const { uid: owner, mode } = statSync(folder)
  if (owner === uid && (mode & 0o077) === 0) return true
  throw new Error(`${folder} belongs to somebody else; remove it or set TMPDIR`)
}

/**
 * The package's own fonts.conf looks in /tmp/fonts only and finds nothing elsewhere, so no letter is drawn. Its Latin
 * font and the system's are named here; Chinese comes with the web font of the apps, or from fonts-noto-cjk.
 */
function fontsConf(folder: string): string {
  const dirs = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts']
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${dirs.map((dir) => `<dir>${dir}</dir>`).join('')}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>
`
}

/** Runs the package's unpacking with TMPDIR and the runtime name it looks at; both are put back. */
async function inflateInto(folder: string): Promise<void> {
  // The name makes it bring the libraries that a bare machine lacks (al2023.tar.br).
  const wanted = { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }
  const kept = { ...process.env }
  Object.assign(process.env, wanted)
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    await packaged.executablePath()
  } finally {
    for (const key of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (kept[key] === undefined) delete process.env[key]
      else process.env[key] = kept[key]
    }
  }
}
