import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCurrentCommit } from './current-commit.ts'

const SHA = '0123456789abcdef0123456789abcdef01234567'
let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'berth-commit-'))
  await mkdir(join(root, '.git/refs/heads'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true }))

const write = (path: string, text: string) => writeFile(join(root, '.git', path), text)
async function told(configured?: string) {
  const { commit, source } = await readCurrentCommit(root, configured)
  return [commit, source]
}

describe('readCurrentCommit', () => {
  it('believes the environment first', async () => {
    await write('HEAD', SHA)
    expect(await told('abc1234')).toEqual(['abc1234', 'COMMIT_SHA'])
  })

  it('reads a branch, a packed branch and a bare commit', async () => {
    await write('HEAD', `${SHA}\n`)
    expect(await told()).toEqual([SHA, '.git'])
    await write('HEAD', 'ref: refs/heads/main\n')
    await write('packed-refs', `# pack-refs\n${SHA} refs/heads/main\n`)
    expect(await told()).toEqual([SHA, '.git'])
    const newer = SHA.replace('0', 'f')
    await write('refs/heads/main', `${newer}\n`)
    expect(await told()).toEqual([newer, '.git'])
  })

  it('does not guess', async () => {
    expect(await told()).toEqual([null, null])
    await write('HEAD', 'ref: ../../etc/passwd\n')
    expect(await told()).toEqual([null, null])
  })
})
