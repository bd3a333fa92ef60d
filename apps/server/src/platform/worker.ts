import { Worker } from 'node:worker_threads'

/**
 * Runs one piece of heavy work in a thread of its own, with limits of time and memory, so that no input can stall or
 * kill the server. The worker file posts exactly one message.
 *
 * @throws Error when it runs out of time or memory or dies
 */
export function runWorker<T>(file: URL, data: unknown, limits: { timeoutMs: number; memoryMb: number }): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb } })
    const timer = setTimeout(() => finish(() => reject(new Error('worker timed out'))), limits.timeoutMs)
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void worker.terminate()
    }
    worker.once('message', (message: T) => finish(() => resolve(message)))
    worker.once('error', (error) => finish(() => reject(error)))
    worker.once('exit', (code) => finish(() => reject(new Error(`worker exited with ${code}`))))
  })
}
