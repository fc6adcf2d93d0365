import { buildPagesIfStale } from './next-build.ts'
import { projectRoot } from './project-root.ts'

// For images and releases: what the start would build, built beforehand.
await buildPagesIfStale(projectRoot, () => process.stdout.write('Building the pages…\n'))
