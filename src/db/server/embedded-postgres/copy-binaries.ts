import { randomBytes } from 'node:crypto'
import { chmod, copyFile, mkdir, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createLibraryLinks, getBinariesAt, type ServerBinaries } from './server-binaries.ts'

/** Readable by everybody whatever the umask of the install was. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to)
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) await copyFolder(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else {
      await copyFile(source, target)
      await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644)
    }
  }
}

/**
 * Copies the server (60 MB) below `folder`, once per version. The copy appears by a rename, so a half-made one is never
 * used and two processes may copy at once.
 */
export async function copyBinaries(binaries: ServerBinaries, folder: string): Promise<ServerBinaries> {
  const root = join(folder, `postgresql-${binaries.version}-${process.platform}-${process.arch}`)
  const exists = () =>
    stat(root).then(
      (found) => found.isDirectory(),
      () => false,
    )
  if (!(await exists())) {
    const building = `${root}.${randomBytes(6).toString('hex')}`
    try {
      await copyFolder(binaries.root, building)
      await createLibraryLinks(binaries, building)
      await rename(building, root)
    } catch (error) {
      if (!(await exists())) throw error
    } finally {
      await rm(building, { recursive: true, force: true })
    }
  }
  return getBinariesAt(root, binaries.version)
}
