import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import type { StoredFile } from '../stored-file.ts'

/** Hours that a file waits for a record to take it, and that one stays which a record gave back. */
export const WAIT_HOURS = 24

/** A file as it is stored, bytes aside. */
export type NewFile = StoredFile & {
  tenantId: string
  purpose: string
  sha256: Uint8Array<ArrayBuffer>
  storageKey: string
  createdBy: string
}

/** Stores that a file has arrived; it goes again unless a record takes it. */
export async function createFile(tx: PlatformTx, file: NewFile): Promise<void> {
  const expiresAt = new Date(Date.now() + WAIT_HOURS * 3_600_000)
  await tx.storedFile.create({ data: { ...file, expiresAt }, select: { id: true } })
}

/** Where the bytes of a file lie; null for one that does not exist within the scope of `db`. */
export async function findStorageKey(db: PlatformDb, id: string): Promise<string | null> {
  return (await db.storedFile.findFirst({ where: { id }, select: { storageKey: true } }))?.storageKey ?? null
}

/** Where the bytes of a file lie and who uploaded it; null for one that does not exist within the scope of `db`. */
export function findUpload(
  db: PlatformDb,
  id: string,
): Promise<{ storageKey: string; createdBy: string } | null> {
  return db.storedFile.findFirst({ where: { id }, select: { storageKey: true, createdBy: true } })
}

/**
 * Files that nobody needs any more: those that were never taken, those given back, and those of workspaces whose
 * tables are gone. Oldest first.
 */
export async function listUnneededFiles(
  db: PlatformDb,
  limit: number,
): Promise<{ id: string; storageKey: string }[]> {
  return db.$queryRaw<{ id: string; storageKey: string }[]>`
    select f.id, f.storage_key as "storageKey" from files f join tenants t on t.id = f.tenant_id
    where f.expires_at < now()
      or (t.status = 'deleted' and not exists (select from pg_namespace where nspname = t.schema_name))
    order by f.id limit ${limit}`
}

/** Forgets a file whose bytes are gone. */
export async function deleteFile(db: PlatformDb, id: string): Promise<void> {
  await db.storedFile.deleteMany({ where: { id } })
}
