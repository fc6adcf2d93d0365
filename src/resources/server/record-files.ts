import type { TenantTx } from '#src/db/server/database.ts'
import { attachFile, releaseFile } from '#src/files/server/attach-file.repository.ts'
import { storedFile } from '#src/files/stored-file.ts'
import { fieldError } from '#src/shared/errors/app-error.ts'
import type { Resource } from '../define-resource.ts'
import type { FileField } from '../fields/file.ts'
import type { AnyRecord } from '../procedure-path.ts'
import type { RecordCaller } from './record-caller.ts'
import type { Row } from './record-delegate.ts'

/** What an upload is for: it is checked against the rules of one field, and counts for that one alone. */
export function filePurpose({ name }: Pick<Resource, 'name'>, field: string): string {
  return `${name}.${field}`
}

/** The fields of a resource that hold files. */
export function listFileFields({ fields }: Pick<Resource, 'fields'>): [string, FileField][] {
  return Object.entries(fields).flatMap(([name, field]): [string, FileField][] =>
    field.kind === 'file' ? [[name, field]] : [],
  )
}

/** The given values, with what is known of a file in the place of its id where the record has that very file. */
export function keepKnownFiles(resource: Resource, before: AnyRecord, given: Row): Row {
  const kept = listFileFields(resource).flatMap(([name]) =>
    given[name] !== null && given[name] === fileIdOf(before[name]) ? [[name, before[name]] as const] : [],
  )
  return { ...given, ...Object.fromEntries(kept) }
}

/**
 * Takes the files that are new in a record, in the transaction that stores it.
 * @returns what is known of each, for the place of its id
 * @throws AppError VALIDATION_FAILED for one that somebody else uploaded, that a record has already, or that is gone
 */
export async function attachFiles(
  tx: TenantTx,
  { resource, caller }: { resource: Resource; caller: RecordCaller },
  values: Row,
): Promise<Row> {
  const attached: Row = {}
  for (const [name] of listFileFields(resource)) {
    const id = values[name]
    if (typeof id !== 'string') continue
    const purpose = filePurpose(resource, name)
    const found = await attachFile(tx, { id, userId: caller.actor.userId, purpose })
    if (!found) throw fieldError(name, 'This file is not there any more. Please upload it again.')
    attached[name] = found
  }
  return attached
}

/** Gives the files back that a record had and has no more. */
export async function releaseFiles(
  tx: TenantTx,
  resource: Resource,
  { before, changes }: { before: AnyRecord; changes: Row },
): Promise<void> {
  for (const [name] of listFileFields(resource)) {
    const id = fileIdOf(before[name])
    if (id !== null && changes[name] !== undefined) await releaseFile(tx, id)
  }
}

function fileIdOf(value: unknown): string | null {
  return storedFile.safeParse(value).data?.id ?? null
}
