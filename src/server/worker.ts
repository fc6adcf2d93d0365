import { applyRuntimeMode } from '#src/env.ts'
import { keepCompiled } from './compile-cache.ts'
import { explainStartFailure } from './start-failure.ts'

// A process that only takes jobs: as many of them as the work needs, beside web processes with BERTH_WORKER=off.
applyRuntimeMode('production')
keepCompiled()
try {
  const { work } = await import('./work.ts')
  await work()
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`)
  process.exit(1)
}
