import { type ESLint, Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, it } from 'vitest'

const { default: berth } = (await import(new URL('./eslint-rules.mjs', import.meta.url).href)) as {
  default: ESLint.Plugin
}

/** Names of the own rules that object to `text` in the file `path`. */
function objections(path: string, text: string): string[] {
  const rules = Object.keys(berth.rules ?? {}).map((name) => [`berth/${name}`, 'error'] as const)
  const messages = new Linter({ cwd: '/project' }).verify(
    text,
    {
      files: ['**/*.{ts,tsx,mjs}'],
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      plugins: { berth },
      languageOptions: { parser: tseslint.parser },
      rules: Object.fromEntries(rules),
    },
    { filename: `/project/${path}` },
  )
  return messages.map(({ ruleId, message }) => ruleId ?? message)
}

it.each([
  ['src/tenancy/server/tenant.repository.ts', 'export const a = 1'],
  ['src/app/admin/runs/[runId]/page.tsx', 'export const a = 1'],
  ['src/app/(public)/auth/[...nextauth]/route.ts', 'export const a = 1'],
  ['.dependency-cruiser.mjs', 'export default {}'],
  ['src/a.ts', "import './b.ts'\nimport '#src/c.tsx'\nimport 'zod'\nimport 'next/link'"],
  ['src/a.ts', "import { b } from './b.ts'\nexport { b }\nexport const c = 1"],
  ['src/a.ts', 'export {}'],
  ['src/a.ts', 'procedure.input(schema).query(({ input }) => input)'],
  ['src/a.ts', '// eslint-disable-next-line no-console -- the terminal is this command’s output\nprint()'],
])('%s may say %j', (path, text) => {
  expect(objections(path, text)).toEqual([])
})

it.each([
  ['kebab-case-path', 'src/tenancy/TenantCard.tsx', 'export const a = 1'],
  ['kebab-case-path', 'src/petCare/module.ts', 'export const a = 1'],
  ['kebab-case-path', 'src/tenancy/tenant_card.tsx', 'export const a = 1'],
  ['explicit-extension', 'src/a.ts', "import './b'"],
  ['explicit-extension', 'src/a.ts', "import './b.js'"],
  ['explicit-extension', 'src/a.ts', "import '..'"],
  ['explicit-extension', 'src/a.ts', "import type { B } from '#src/b'"],
  ['explicit-extension', 'src/a.ts', "export const b = await import('./b')"],
  ['explicit-extension', 'src/a.ts', "export type B = import('./b').B"],
  ['no-barrel', 'src/index.ts', "export * from './b.ts'"],
  ['no-barrel', 'src/index.ts', "import { b } from './b.ts'\nexport { b }"],
  ['no-barrel', 'src/index.ts', "export { b } from './b.ts'\nexport type { C } from './c.ts'"],
  ['no-raw-sql', 'src/a.ts', 'await db.$queryRaw`select 1`'],
  ['no-raw-sql', 'src/a.ts', "await db.$executeRawUnsafe('drop table a')"],
  ['no-raw-sql', 'src/a.ts', "await anything.query('select 1')"],
  ['no-raw-sql', 'src/a.ts', 'await anything.query(`\n  update ${table} set a = 1`)'],
  ['explain-disable', 'src/a.ts', '/* eslint-disable no-console */'],
])('%s objects in %s to %j', (rule, path, text) => {
  expect(objections(path, text)).toEqual([`berth/${rule}`])
})
