/**
 * Completes package-lock.json with the optional platform packages that the registry in use did not offer.
 *
 * npm leaves an optional dependency that it cannot fetch out of the lock and then `npm ci` refuses the lock on every
 * platform. A registry that mirrors only some platforms therefore makes a lock nobody can install. The entries added
 * here carry version, os and cpu (read from the package's name) and no checksum: on a matching platform npm fetches
 * them by name and version.
 *
 *     npm install && npm run lock:complete
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Entry = {
  version?: string
  resolved?: string
  optional?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
type Lock = { packages: Record<string, Entry> }

const SYSTEMS: Record<string, string> = {
  win32: 'win32',
  windows: 'win32',
  darwin: 'darwin',
  linux: 'linux',
  linuxmusl: 'linux',
  freebsd: 'freebsd',
  android: 'android',
  openharmony: 'openharmony',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  sunos: 'sunos',
  aix: 'aix',
  wasm32: 'wasm32',
  wasi: 'wasm32',
}
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32']

function platform(name: string): Pick<Entry, 'os' | 'cpu'> {
  const parts = (name.split('/').pop() ?? '').split('-')
  const os = parts.map((part) => SYSTEMS[part]).find(Boolean)
  const cpu = parts
    .map((part) => (part === 'arm' || part === 'armv7' ? 'arm' : part === 'ppc64le' ? 'ppc64' : part))
    .find((part) => PROCESSORS.includes(part))
  return {
    ...(os && os !== 'wasm32' ? { os: [os] } : {}),
    ...(cpu ? { cpu: [cpu] } : os === 'wasm32' ? { cpu: ['wasm32'] } : {}),
  }
}

const path = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock
let added = 0
for (const entry of Object.values(lock.packages)) {
  if (entry.resolved?.startsWith('http')) delete entry.resolved
}
for (const [place, parent] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const nested = `${place}/node_modules/${name}`
    const hoisted = `node_modules/${name}`
    if (lock.packages[nested] ?? lock.packages[hoisted]) continue
    const where = platform(name)
    if (!where.os && !where.cpu) continue
    lock.packages[hoisted] = {
      version: version.replace(/^[\^~]/, ''),
      ...where,
      ...(parent.dev ? { dev: true } : {}),
      optional: true,
    }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} platform packages added to package-lock.json`)
