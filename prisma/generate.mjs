// Generates both Prisma clients without the schema engine: generation asks only that an engine file exists,
// and all SQL is applied by Berth's own migration runner.
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = fileURLToPath(new URL('../node_modules/prisma/build/index.js', import.meta.url))

/** Each module keeps its own models; the client of tenants knows those of all. */
function joinTenantSchema() {
  const files = [
    'prisma/tenant/schema.prisma',
    ...globSync('src/modules/*/schema.prisma', { cwd: root }).sort(),
  ]
  const joined = files.map((file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
  writeFileSync(new URL('tenant/.joined.prisma', import.meta.url), joined.join('\n'))
}

function generate(plane, schema) {
  const { status } = spawnSync(process.execPath, [cli, 'generate', '--schema', schema, '--no-hints'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  if (status === 0) return
  console.error(`Prisma client for the ${plane} plane could not be generated.`)
  process.exit(status ?? 1)
}

generate('platform', 'prisma/platform/schema.prisma')
joinTenantSchema()
generate('tenant', 'prisma/tenant/.joined.prisma')
rmSync(new URL('tenant/.joined.prisma', import.meta.url))
