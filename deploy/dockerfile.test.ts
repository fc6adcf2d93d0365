import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { isInProject, readProjectFile } from './testing/project-file.ts'
import { isIgnored, readStages, type Stage } from './testing/read-dockerfile.ts'

const dockerfile = await readProjectFile('Dockerfile')
const dockerignore = await readProjectFile('.dockerignore')
const stages = readStages(dockerfile)
const final = stageNamed('final')

function stageNamed(name: string): Stage {
  const stage = stages.find((candidate) => candidate.name === name)
  if (!stage) throw new Error(`The Dockerfile has no stage ${name}.`)
  return stage
}

/** Whether a file of the project is in a stage, copied there or in one that the stage begins with. */
function has(stage: Stage, path: string): boolean {
  const isCopied = stage.copies
    .filter(({ from }) => from === null)
    .flatMap(({ sources }) => sources)
    .some((source) => source === '.' || path === source || path.startsWith(`${source.replace(/\/$/, '')}/`))
  const base = stages.find(({ name }) => name === stage.base)
  return (isCopied && !isIgnored(path, dockerignore)) || (base !== undefined && has(base, path))
}

it('knows what .dockerignore means', () => {
  const ignore = '.env.*\n!.env.example\n**/*.test.ts\ndocs\n'
  const paths = ['.env.local', '.env.example', 'src/a/b.test.ts', 'a.test.ts', 'docs/a/b.md', 'src/docs.ts']
  expect(paths.map((path) => isIgnored(path, ignore))).toEqual([true, false, true, true, true, false])
})

describe('the image', () => {
  it('copies only what exists and is sent to the build', () => {
    const sources = stages.flatMap(({ copies }) => copies.filter(({ from }) => from === null))
    const paths = sources.flatMap((copy) => copy.sources).filter((path) => path !== '.')
    expect(paths.length).toBeGreaterThan(8)
    expect(paths.filter((path) => !isInProject(path))).toEqual([])
    expect(paths.filter((path) => isIgnored(path.replace(/\/$/, ''), dockerignore))).toEqual([])
  })

  it('copies from stages before it alone', () => {
    for (const [index, { copies, base }] of stages.entries()) {
      const earlier = stages.slice(0, index).map(({ name }) => name)
      for (const { from } of copies) if (from !== null) expect(earlier).toContain(from)
      if (!base.startsWith('node:')) expect(earlier).toContain(base)
    }
  })

  it('has, before npm runs, all that an installation runs and reads', async () => {
    const hooks = [packageJson.scripts.postinstall, packageJson.scripts.prepare]
    const scripts = hooks.map((command) => command.replace(/^node /, ''))
    const generate = await readProjectFile('prisma/generate.mjs')
    const schemas = [...generate.matchAll(/'((?:prisma|src)\/[^']+\.prisma)'/g)]
      .flatMap(([, pattern = '']) => globSync(pattern))
      .filter((path) => !path.includes('/.'))
    expect(schemas.length).toBeGreaterThan(4)
    const needed = ['package.json', 'package-lock.json', ...scripts, ...schemas]
    expect(needed.filter((path) => !has(stageNamed('source'), path))).toEqual([])
  })

  it('runs on the line of Node that the project pins', () => {
    const major = packageJson.dependencies.node.split('.')[0]
    expect(/^ARG NODE=(\d+)-/m.exec(dockerfile)?.[1]).toBe(major)
  })

  it('has at the end what start, worker, migrations and command line load', () => {
    const needed = [
      ...['src/server/start.ts', 'src/server/worker.ts', 'src/cli/berth.ts', 'src/modules/registry.ts'],
      ...globSync('prisma/platform/migrations/*/*.sql'),
      ...globSync('src/modules/*/migrations/*/*.sql'),
      // What tells whether the pages are those of the sources.
      ...['next.config.mjs', 'package-lock.json', 'package.json', 'tsconfig.json'],
    ]
    expect(needed.length).toBeGreaterThan(60)
    expect(needed.filter((path) => !has(final, path))).toEqual([])
    const brought = final.copies.flatMap(({ from, sources }) => (from === null ? [] : sources))
    expect(brought.toSorted()).toEqual(['/app/.next', '/app/node_modules', '/app/src/generated'])
  })

  it('takes out no package that the product loads', async () => {
    const removal = stageNamed('production').lines.find((line) => line.includes('rm -rf')) ?? ''
    const removed = removal.split('rm -rf ')[1]?.split(/\s+/) ?? []
    expect(removed.length).toBeGreaterThan(5)
    const product = globSync('src/**/*.{ts,tsx}').filter(
      (path) => !/^src\/generated|\.test\.|\/testing\//.test(path),
    )
    const texts = await Promise.all(product.map(readProjectFile))
    const loaded = texts.flatMap((text) => [...text.matchAll(/(?:from|import) ?\(?'([^'.#][^']*)'/g)])
    const packages = new Set(
      loaded.map(([, path = '']) => path.split('/', path.startsWith('@') ? 2 : 1).join('/')),
    )
    expect(packages).toContain('pg')
    expect(removed.filter((name) => packages.has(name))).toEqual([])
    // Pages are configured without TypeScript, which is not there any more.
    expect(isInProject('next.config.mjs')).toBe(true)
  })

  it('keeps tests, documents and secrets out', () => {
    const kept = [
      '.env',
      '.git/config',
      '.berth/auth-secret',
      'docs/operations.md',
      'e2e/seed.ts',
      'deploy/aws/x.ts',
    ]
    expect(kept.filter((path) => has(final, path) || has(stageNamed('build'), path))).toEqual([])
    expect(has(final, 'src/server/operations.db.test.ts')).toBe(false)
    expect(has(final, 'src/server/testing/start-test-server.ts')).toBe(false)
  })

  it('is no root, and says how it is', () => {
    const user = final.lines.findIndex((line) => line === 'USER node')
    const command = final.lines.findIndex((line) => line.startsWith('CMD '))
    expect(user).toBeGreaterThan(-1)
    expect(command).toBeGreaterThan(user)
    expect(final.lines[command]).toBe('CMD ["node", "src/server/start.ts"]')
    expect(final.lines.find((line) => line.startsWith('HEALTHCHECK'))).toContain('/health`')
    expect(final.lines).toContain('EXPOSE 3000')
  })
})
