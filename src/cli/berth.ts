import { applyRuntimeMode } from '#src/env.ts'
import { keepCompiled } from '#src/server/compile-cache.ts'

// Before anything that reads NODE_ENV is loaded.
applyRuntimeMode('production')
keepCompiled()
const { runProgram } = await import('./program.ts')
process.exitCode = await runProgram()
