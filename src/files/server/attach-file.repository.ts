import type { TenantTx } from '#src/db/server/database.ts'
import { queryIn } from '#src/db/server/run-query.ts'
import { storedFile, type StoredFile } from '../stored-file.ts'
import { WAIT_HOURS } from './file.repository.ts'

/**
 * Takes a file for a record, in the transaction that stores the record: one of this tenant, uploaded by this person
 * for this field, that no record has taken before.
 * @returns null when there is no such file
 */
export async function attachFile(
  tx: TenantTx,
  { id, userId, purpose }: { id: string; userId: string; purpose: string },
): Promise<StoredFile | null> {
  const [row] = await queryIn(tx)<{ file: unknown }>({
    text: 'select tenant_gateway.attach_file($1::uuid, $2::uuid, $3::text) as file',
    values: [id, userId, purpose],
  })
  return row?.file ? storedFile.parse(row.file) : null
}

/** Gives a file back that a record has no more; it goes after a day. */
export async function releaseFile(tx: TenantTx, id: string): Promise<void> {
  await tx.$executeRaw`select tenant_gateway.release_file(${id}::uuid, ${WAIT_HOURS}::int)`
}
