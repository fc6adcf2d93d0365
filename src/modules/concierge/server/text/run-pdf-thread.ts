import { Worker } from 'node:worker_threads'
import type { PdfAnswer, PdfTask } from './pdf-answer.ts'

type Bounds = {
  /** milliseconds */
  time: number
  /** bytes by which the process may grow meanwhile: what is unpacked lies outside of the thread's own heap */
  growth: number
}

const HEAP_MB = 256
const LOOK_EVERY_MS = 50

/** Reads a PDF in a thread that is ended when it takes too much of anything. */
export function runPdfThread(task: PdfTask, { time, growth }: Bounds): Promise<PdfAnswer> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      // What the library has to say about bad fonts is of use to nobody.
      stdout: true,
      stderr: true,
    })
    const before = process.memoryUsage.rss()
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > growth) finish({ kind: 'too much' })
    }, LOOK_EVERY_MS)
    const end = setTimeout(() => finish({ kind: 'too much' }), time)

    function finish(answer: PdfAnswer): void {
      clearInterval(watch)
      clearTimeout(end)
      resolve(answer)
      void thread.terminate()
    }

    thread.once('message', (answer: PdfAnswer) => finish(answer))
    thread.once('error', (error: NodeJS.ErrnoException) =>
      finish({ kind: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too much' : 'broken' }),
    )
    thread.once('exit', () => finish({ kind: 'broken' }))
  })
}
