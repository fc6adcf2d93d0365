import { hostname } from 'node:os'
import { listPeers, type Peer } from '#src/admin/server/nodes/node.repository.ts'
import { StartupError } from '#src/db/server/embedded-postgres/startup-error.ts'
import type { RunQuery } from '#src/db/server/run-query.ts'
import { findDifference, type SharedPart } from './installation-marks.ts'

const sentences: Record<SharedPart, { what: string; hint: string }> = {
  secret: {
    what: 'another secret',
    hint: 'Give all processes the same AUTH_SECRET, or the same BERTH_DATA_DIR. To change the secret, stop all of them first.',
  },
  encryption: {
    what: 'other keys of encryption',
    hint: 'Give all processes the same BERTH_ENCRYPTION_KEYS, or the same BERTH_DATA_DIR.',
  },
  files: {
    what: 'another place for files',
    hint: 'Give all processes the same BERTH_DATA_DIR, on a file system they share, or the same BERTH_FILES_S3_BUCKET.',
  },
}

/**
 * Makes sure that this process could do the work of all others: what one signs, encrypts or stores, each has to read.
 * The process has told of itself before, so that of two that start together at least one sees the other.
 * @param query in the scope of the platform
 * @throws StartupError naming a process that differs
 */
export async function requireSameInstallation(
  query: RunQuery,
  { id, marks }: { id: string; marks: readonly string[] },
): Promise<void> {
  for (const peer of await listPeers(query, id)) {
    const difference = findDifference(marks, peer.marks)
    if (difference === null || isGone(peer)) continue
    const { what, hint } = sentences[difference]
    throw new StartupError(
      `The ${peer.kind} process ${peer.pid} on ${peer.host} works on the same database with ${what}.`,
      { hint },
    )
  }
}

/** One that was killed on this machine stays in the list for a while; its number may be ours by now. */
function isGone({ host, pid }: Peer): boolean {
  if (host !== hostname()) return false
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
