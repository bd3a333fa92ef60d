import { parentPort, workerData } from 'node:worker_threads'
import { type CheckOptions, createChecker, type ProofDocument } from '@rongmei/proofread'

/** Proofreads one long text in a thread of its own. */
const { options, document } = workerData as { options: CheckOptions; document: ProofDocument }
parentPort?.postMessage(createChecker(options).check(document))
