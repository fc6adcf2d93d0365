import type { TenantTx } from '#src/db/server/database.ts'
import type { RecordCaller } from '#src/resources/server/record-caller.ts'
import { requireRecordRoom } from '#src/resources/server/record-room.ts'
import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import { viewers } from '../resources/viewers.ts'
import type { NamedViewer } from '../stream.ts'
import { insertViewers, lockViewer, lockViewerNamed } from './viewer.repository.ts'
import type { ChangeNotes } from './with-changes.ts'

type Named = { viewerId?: string | undefined; username?: string | undefined }

/**
 * The viewer a call is about, who stays until the transaction ends.
 * @throws AppError NOT_FOUND, VALIDATION_FAILED when nobody is named
 */
export async function requireViewer(tx: TenantTx, { viewerId, username }: Named): Promise<NamedViewer> {
  if (viewerId === undefined && username === undefined) throw fieldError('username', 'Name the viewer.')
  const viewer =
    viewerId === undefined ? await lockViewerNamed(tx, username ?? '') : await lockViewer(tx, viewerId)
  if (!viewer) throw new AppError('NOT_FOUND', { message: 'This viewer does not exist.' })
  return viewer
}

/**
 * The same, but a user name that nobody has yet becomes a viewer: the chat knows people before the records do.
 * @throws AppError NOT_FOUND for an id, VALIDATION_FAILED when nobody is named, PLAN_LIMIT_REACHED
 */
export async function provideViewer(
  tx: TenantTx,
  named: Named,
  { caller, notes }: { caller: RecordCaller; notes: ChangeNotes },
): Promise<NamedViewer> {
  const { viewerId, username } = named
  if (viewerId !== undefined || username === undefined) return requireViewer(tx, named)
  const known = await lockViewerNamed(tx, username)
  if (known) return known
  await requireRecordRoom(tx, { resource: viewers }, caller)
  const [added] = await insertViewers(tx, caller.tenantId, [username])
  // Somebody else was faster: their viewer is visible now.
  if (!added) return requireViewer(tx, named)
  await notes.note({
    resource: 'viewers',
    id: added.id,
    action: 'create',
    label: added.username,
    after: { username: added.username },
  })
  return added
}
