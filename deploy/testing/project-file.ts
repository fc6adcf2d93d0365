import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A file of the project, by its path from the root. */
export async function readProjectFile(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8')
}

/** The content of a YAML file with one document; what `<<` names is merged in. */
export async function readYaml(path: string): Promise<unknown> {
  return parse(await readProjectFile(path), { merge: true })
}

/** Whether a file or folder of the project is there. */
export function isInProject(path: string): boolean {
  return existsSync(join(root, path))
}

/** The variables that src/env.ts reads. */
export async function listVariables(): Promise<string[]> {
  return [...(await readProjectFile('src/env.ts')).matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(
    ([, name = '']) => name,
  )
}

/** Longest the product takes to end in order, in milliseconds. @throws Error when it is not found any more */
export async function readShutdownMs(): Promise<number> {
  const found = /SHUTDOWN_MS = ([\d_]+)/.exec(await readProjectFile('src/server/signals.ts'))?.[1]
  if (found === undefined) throw new Error('src/server/signals.ts does not name SHUTDOWN_MS any more.')
  return Number(found.replaceAll('_', ''))
}
