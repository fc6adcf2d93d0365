// Sets the pre-commit hook after `npm install`. Does nothing in CI, outside a git checkout (an unpacked archive, a Docker
// build) or without the development dependencies: there, nobody commits.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const hooks = join(root, 'node_modules/simple-git-hooks/simple-git-hooks.js')

if (!process.env.CI && existsSync(join(root, '.git')) && existsSync(hooks)) {
  const { setHooksFromConfig, skipInstall } = createRequire(import.meta.url)(hooks)
  try {
    if (!skipInstall()) await setHooksFromConfig(root)
  } catch (error) {
    // An installation must not fail for want of a convenience.
    console.warn(`The pre-commit hook was not set: ${error instanceof Error ? error.message : error}`)
  }
}
