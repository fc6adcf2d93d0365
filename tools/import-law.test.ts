import { execFile } from 'node:child_process'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')

type Tree = Record<string, string>
type Verdict = { rules: string[]; violations: { rule: string; from: string; to: string }[] }

const SURROUNDINGS: Tree = {
  'package.json': JSON.stringify({
    name: 'fixture',
    type: 'module',
    imports: { '#src/*': './src/*' },
    dependencies: { '@prisma/adapter-pg': '1.0.0', zod: '1.0.0' },
    devDependencies: { vite: '1.0.0' },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      module: 'preserve',
      moduleResolution: 'bundler',
      allowImportingTsExtensions: true,
      noEmit: true,
    },
    include: ['src'],
  }),
}
for (const name of ['@prisma/adapter-pg', 'zod', 'vite', 'stowaway']) {
  SURROUNDINGS[`node_modules/${name}/package.json`] = JSON.stringify({
    name,
    version: '1.0.0',
    main: 'index.js',
  })
  SURROUNDINGS[`node_modules/${name}/index.js`] = 'module.exports = {}\n'
}

/** What each layer may do, the exceptions included. */
const LAWFUL: Tree = {
  'src/shared/ids.ts': "export const id = 'id'\n",
  'src/env.ts': "import { id } from '#src/shared/ids.ts'\nimport 'zod'\nexport const env = { id }\n",
  'src/db/server/client.ts':
    "import '@prisma/adapter-pg'\nimport { env } from '#src/env.ts'\nexport type Db = { name: string }\nexport const db = env\n",
  'src/db/server/testing/database.ts': 'export const database = 1\n',
  'src/trpc/ui/client.ts':
    "import type { Router } from '#src/server/root-router.ts'\nexport type Client = { router: Router }\n",
  'src/tenancy/server/tenant.repository.ts':
    "import type { Db } from '#src/db/server/client.ts'\nexport const list = (db: Db) => db.name\n",
  'src/tenancy/server/tenant.db.test.ts':
    "import '#src/db/server/testing/database.ts'\nimport 'vite'\nimport './tenant.repository.ts'\n",
  'src/modules/pet-care/module.ts': "import '#src/shared/ids.ts'\nexport const petCare = {}\n",
  'src/modules/registry.ts':
    "import { petCare } from '#src/modules/pet-care/module.ts'\nexport const modules = [petCare]\n",
  'src/server/root-router.ts':
    "import '#src/tenancy/server/tenant.repository.ts'\nimport '#src/modules/registry.ts'\nexport type Router = { name: string }\n",
  'src/cli/berth.ts': "import '#src/server/root-router.ts'\nimport '#src/modules/registry.ts'\n",
  'src/app/page.tsx': "import '#src/trpc/ui/client.ts'\nimport '#src/server/root-router.ts'\n",
  // Types may point back: nothing is loaded.
  'src/shared/a.ts': "import type { B } from './b.ts'\nexport type A = { b: B }\n",
  'src/shared/b.ts': "import type { A } from './a.ts'\nexport type B = { a: A }\n",
}

/** One trespass for each rule: who imports what. */
const TRESPASSES: { rule: string; from: string; to: string; typeOnly?: boolean }[] = [
  { rule: 'shared-imports-nothing-above-it', from: 'src/shared/x.ts', to: 'src/env.ts' },
  { rule: 'env-imports-nothing-above-it', from: 'src/env.ts', to: 'src/logging/log.ts' },
  { rule: 'infrastructure-imports-nothing-above-it', from: 'src/jobs/a.ts', to: 'src/provisioning/run.ts' },
  {
    rule: 'infrastructure-imports-nothing-above-it',
    from: 'src/jobs/b.ts',
    to: 'src/cli/berth.ts',
    typeOnly: true,
  },
  {
    rule: 'provisioning-imports-nothing-above-it',
    from: 'src/provisioning/a.ts',
    to: 'src/tenancy/tenant.ts',
  },
  { rule: 'tenancy-imports-nothing-above-it', from: 'src/tenancy/a.ts', to: 'src/resources/define.ts' },
  {
    rule: 'resources-imports-nothing-above-it',
    from: 'src/resources/a.ts',
    to: 'src/modules/overlay/module.ts',
  },
  { rule: 'features-imports-nothing-above-it', from: 'src/admin/a.ts', to: 'src/app/page.tsx' },
  {
    rule: 'typed-client-imports-the-router-as-type-only',
    from: 'src/trpc/ui/client.ts',
    to: 'src/server/root.ts',
  },
  { rule: 'every-file-belongs-to-a-layer', from: 'src/billing/a.ts', to: 'src/shared/ids.ts' },
  { rule: 'nobody-imports-a-file-without-a-layer', from: 'src/app/layout.tsx', to: 'src/proxy.ts' },
  { rule: 'no-cycles', from: 'src/shared/one.ts', to: 'src/shared/two.ts' },
  {
    rule: 'browser-and-shared-code-never-import-server',
    from: 'src/ui/a.tsx',
    to: 'src/auth/server/token.ts',
  },
  {
    rule: 'browser-and-shared-code-never-import-server',
    from: 'src/auth/b.ts',
    to: 'src/auth/server/t.ts',
    typeOnly: true,
  },
  { rule: 'browser-never-reads-the-environment', from: 'src/auth/ui/a.tsx', to: 'src/env.ts' },
  { rule: 'server-never-imports-ui', from: 'src/auth/server/a.ts', to: 'src/ui/button.tsx' },
  { rule: 'server-never-imports-ui', from: 'src/server/a.ts', to: 'src/ui/theme.ts' },
  { rule: 'modules-are-islands', from: 'src/modules/lettings/a.ts', to: 'src/modules/overlay/module.ts' },
  { rule: 'admin-and-modules-are-strangers', from: 'src/admin/b.ts', to: 'src/modules/overlay/module.ts' },
  { rule: 'admin-and-modules-are-strangers', from: 'src/modules/lettings/b.ts', to: 'src/admin/tables.ts' },
  { rule: 'only-composition-reads-the-registry', from: 'src/resources/b.ts', to: 'src/modules/registry.ts' },
  { rule: 'only-db-touches-prisma', from: 'src/tenancy/server/a.ts', to: 'src/generated/platform/client.ts' },
  {
    rule: 'only-db-touches-prisma',
    from: 'src/jobs/server/a.ts',
    to: 'node_modules/@prisma/adapter-pg/index.js',
  },
  {
    rule: 'routers-services-repositories-receive-db',
    from: 'src/tenancy/server/a.router.ts',
    to: 'src/db/server/database.ts',
  },
  {
    rule: 'routers-services-repositories-receive-db',
    from: 'src/tenancy/server/a.service.ts',
    to: 'src/db/server/database.ts',
  },
  { rule: 'product-never-imports-tests', from: 'src/server/b.ts', to: 'src/db/server/testing/database.ts' },
  { rule: 'product-never-imports-its-tools', from: 'src/server/c.ts', to: 'tools/helper.ts' },
  { rule: 'product-needs-no-dev-dependency', from: 'src/server/d.ts', to: 'node_modules/vite/index.js' },
  { rule: 'every-package-is-declared', from: 'src/server/e.ts', to: 'node_modules/stowaway/index.js' },
  { rule: 'every-import-resolves', from: 'src/server/f.ts', to: 'src/shared/missing.ts' },
]

function importPath(path: string): string {
  if (path.startsWith('node_modules/')) return path.replace('node_modules/', '').replace('/index.js', '')
  return path.startsWith('src/') ? `#${path}` : `../../${path}`
}

function trespassingTree(): Tree {
  const tree: Tree = {}
  for (const { to } of TRESPASSES) {
    if (!to.startsWith('node_modules/') && !to.endsWith('/missing.ts'))
      tree[to] = 'export type Name = string\n'
  }
  for (const { from, to, typeOnly = false } of TRESPASSES) {
    const path = importPath(to)
    tree[from] = typeOnly
      ? `import type { Name } from '${path}'\nexport type Own = Name\n`
      : `import '${path}'\n`
  }
  tree['src/shared/two.ts'] = "import '#src/shared/one.ts'\n"
  return tree
}

const folders: string[] = []

async function cruise(tree: Tree): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'import-law-'))
  folders.push(folder)
  for (const [path, text] of Object.entries({ ...SURROUNDINGS, ...tree })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = join(ROOT, '.dependency-cruiser.mjs')
  // The JSON reporter ends with 0 whatever it finds.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, '--config', config, '--output-type', 'json', 'src'],
    { cwd: folder, maxBuffer: 50_000_000 },
  )
  const { summary } = JSON.parse(stdout) as {
    summary: {
      violations: { rule: { name: string }; from: string; to: string }[]
      ruleSetUsed: { forbidden: { name: string }[] }
    }
  }
  return {
    rules: summary.ruleSetUsed.forbidden.map((rule) => rule.name),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}

describe('import law', () => {
  let verdict: Verdict

  beforeAll(async () => {
    verdict = await cruise(trespassingTree())
  }, 30_000)
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

  it.each(TRESPASSES)('$rule: $from must not import $to', ({ rule, from, to }) => {
    const named = verdict.violations.filter((violation) => violation.rule === rule && violation.from === from)
    expect(named.map((violation) => violation.to)).toEqual([to.endsWith('/missing.ts') ? `#${to}` : to])
  })

  it('has a trespass here for every rule', () => {
    expect(new Set(TRESPASSES.map(({ rule }) => rule))).toEqual(new Set(verdict.rules))
  })

  it('lets lawful code pass', { timeout: 30_000 }, async () => {
    expect((await cruise(LAWFUL)).violations).toEqual([])
  })
})
