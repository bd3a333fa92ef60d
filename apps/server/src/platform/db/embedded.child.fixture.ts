/** Test fixture: a server of its own process, to be killed. `node embedded.child.fixture.ts DIR` prints the pid of its database. */
import { startEmbedded } from './embedded.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '', log: quiet })
process.stdout.write(`${embedded.pid}\n`)
setInterval(() => {}, 1000)
