// Generates both Prisma clients without the schema engine: generation asks only that an engine file exists,
// and all SQL is applied by Berth's own migration runner.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = fileURLToPath(new URL('../node_modules/prisma/build/index.js', import.meta.url))
for (const plane of ['platform', 'tenant']) {
  const { status } = spawnSync(
    process.execPath,
    [cli, 'generate', '--schema', `prisma/${plane}/schema.prisma`, '--no-hints'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  )
  if (status !== 0) {
    console.error(`Prisma client for the ${plane} plane could not be generated.`)
    process.exit(status ?? 1)
  }
}
