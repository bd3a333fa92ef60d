/** `npm run check`: every gate a change must pass. `npm run check types lint` runs only those named. */
import './needs-node.mjs'
import { READS, TESTS } from './gate-list.ts'
import { runGates } from './gates.ts'

runGates([...READS, ...TESTS])
