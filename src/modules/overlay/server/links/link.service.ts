import type { TenantDb } from '#src/db/server/database.ts'
import type { RecordCaller } from '#src/resources/server/record-caller.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import type { OverlayLink } from '../../overlay-link.ts'
import { withChanges } from '../with-changes.ts'
import { createLinkToken } from './link-token.ts'
import { changeLink, insertLink, listLinks } from './link.repository.ts'

/** What the log and hints call a link. */
export const LINKS = 'overlay-links'
const MAX_LINKS = 20
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Secret = OverlayLink & { token: string }

/** Makes a link; its token is known now and never again. @throws AppError LIMIT_REACHED */
export function createLink(db: TenantDb, caller: RecordCaller, { name }: { name: string }): Promise<Secret> {
  return withChanges(db, caller, async (tx, { note }) => {
    const { tenantId } = caller
    if ((await listLinks(tx)).length >= MAX_LINKS) {
      throw new AppError('LIMIT_REACHED', { message: `There can be ${MAX_LINKS} links. Revoke one first.` })
    }
    const { token, tokenHash } = createLinkToken(tenantId)
    const link = await insertLink(tx, { id: newId(), tenantId, name, tokenHash })
    await note({ resource: LINKS, id: link.id, action: 'create', label: name, after: { name } })
    return { ...link, token }
  })
}

/** Gives a link another token: the one before opens nothing from now on. @throws AppError NOT_FOUND */
export function rotateLink(db: TenantDb, caller: RecordCaller, id: string): Promise<Secret> {
  return withChanges(db, caller, async (tx, { note }) => {
    const { token, tokenHash } = createLinkToken(caller.tenantId)
    const link = UUID.test(id) ? await changeLink(tx, id, { tokenHash, lastUsedAt: null }) : null
    if (!link) throw linkNotFound()
    await note({ resource: LINKS, id, action: 'update', label: link.name, after: { rotated: true } })
    return { ...link, token }
  })
}

/** Ends a link: it opens nothing from now on. @throws AppError NOT_FOUND */
export function revokeLink(db: TenantDb, caller: RecordCaller, id: string): Promise<{ id: string }> {
  return withChanges(db, caller, async (tx, { note }) => {
    const link = UUID.test(id) ? await changeLink(tx, id, { revokedAt: new Date() }) : null
    if (!link) throw linkNotFound()
    await note({ resource: LINKS, id, action: 'delete', label: link.name })
    return { id: link.id }
  })
}

function linkNotFound(): AppError {
  return new AppError('NOT_FOUND', { message: 'This link does not exist.' })
}
