import { applyRuntimeMode } from '#src/env.ts'
import { keepCompiled } from './compile-cache.ts'
import { explainStartFailure } from './start-failure.ts'

const isDev = process.argv.includes('--dev')
// Before anything that reads NODE_ENV is loaded.
applyRuntimeMode(isDev ? 'development' : 'production')
keepCompiled()

try {
  const { serve } = await import('./serve.ts')
  await serve({ isDev, isDemo: process.argv.includes('--demo') })
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`)
  process.exit(1)
}
