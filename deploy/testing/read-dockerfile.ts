import { matchesGlob } from 'node:path'

export type Copy = { from: string | null; sources: string[]; target: string }
export type Stage = { name: string; base: string; copies: Copy[]; lines: string[] }

/** The stages of a Dockerfile, in order, with what each copies. */
export function readStages(text: string): Stage[] {
  const stages: Stage[] = []
  const lines = text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  for (const line of lines) {
    const opening = /^FROM (\S+)(?: AS (\S+))?$/.exec(line)
    if (opening) {
      const [, base = '', name = 'final'] = opening
      stages.push({ name, base, copies: [], lines: [] })
      continue
    }
    const stage = stages.at(-1)
    stage?.lines.push(line)
    if (line.startsWith('COPY ')) stage?.copies.push(readCopy(line))
  }
  return stages
}

function readCopy(line: string): Copy {
  const words = line.split(/\s+/).slice(1)
  const paths = words.filter((word) => !word.startsWith('--'))
  return {
    from: words.find((word) => word.startsWith('--from='))?.slice('--from='.length) ?? null,
    sources: paths.slice(0, -1),
    target: paths.at(-1) ?? '',
  }
}

/** Whether a .dockerignore keeps a path out of the build; the last pattern that fits decides. */
export function isIgnored(path: string, dockerignore: string): boolean {
  const parts = path.split('/')
  const ancestors = parts.map((_, index) => parts.slice(0, index + 1).join('/'))
  let ignored = false
  for (const line of dockerignore.split('\n').filter((entry) => entry !== '' && !entry.startsWith('#'))) {
    const pattern = line.replace(/^!/, '')
    if (ancestors.some((ancestor) => matchesGlob(ancestor, pattern))) ignored = !line.startsWith('!')
  }
  return ignored
}
