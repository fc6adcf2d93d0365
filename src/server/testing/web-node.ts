import { applyRuntimeMode } from '#src/env.ts'
import { explainStartFailure } from '../start-failure.ts'

// A web process as `npm start` makes it, for tests of several of them: only the pages are left out, which take long to load.
applyRuntimeMode('production')
try {
  const { serve } = await import('../serve.ts')
  await serve({
    isDev: false,
    isDemo: false,
    pages: async () => ({ render: async (_, res) => void res.end('page'), attachTo: () => undefined }),
  })
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`)
  process.exit(1)
}
