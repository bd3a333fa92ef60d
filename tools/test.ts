/** `npm test`: everything that runs the code. `npm test unit service` runs only those named. */
import './needs-node.mjs'
import { runGates } from './gates.ts'
import { TESTS } from './gate-list.ts'

runGates(TESTS)
