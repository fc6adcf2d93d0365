import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { projectRoot } from './project-root.ts'

/**
 * Keeps what Node makes of the files that are imported from now on: the next process needs about half the time for them. It
 * belongs to their contents and to the version of Node, so nothing has to be thrown away; where nothing can be written,
 * nothing is kept.
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
export function keepCompiled(): void {
  enableCompileCache(join(projectRoot, 'node_modules/.cache/node'))
}
