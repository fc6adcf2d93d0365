import { appendRecordAudit } from '#src/audit/server/append-audit.repository.ts'
import type { TenantDb, TenantTx } from '#src/db/server/database.ts'
import { queryIn, type RunQuery } from '#src/db/server/run-query.ts'
import { constraintOf } from '#src/db/server/sqlstate.ts'
import { fieldError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import type { Page } from '#src/shared/pagination.ts'
import { requireResource } from '../define-module.ts'
import type { Resource } from '../define-resource.ts'
import { isGiven } from '../fields/field.ts'
import type { AnyRecord } from '../procedure-path.ts'
import type { ListQuery } from '../record-schemas.ts'
import type { RecordAddress } from '../record-types.ts'
import { requireOwnValues, withOwner } from './own-rules.ts'
import { announceAfter, type RecordCaller } from './record-caller.ts'
import type { Row } from './record-delegate.ts'
import {
  changesOf,
  listReferring,
  recordNotFound,
  requireId,
  requireRules,
  requireUnchanged,
  stillReferenced,
  unknownReference,
} from './record-rules.ts'
import { attachFiles, keepKnownFiles, releaseFiles } from './record-files.ts'
import { completeValues, fieldValues } from './record-row.ts'
import { requireRecordRoom } from './record-room.ts'
import type { RecordTarget } from './record-target.ts'
import {
  changeRecord,
  countReferring,
  findPage,
  findRecord,
  hideRecord,
  insertRecord,
  lockRecord,
} from './record.repository.ts'
import { listMachines, requireInitialStatuses, requireTransitions } from './status-rules.ts'
import { withWriteErrors } from './write-errors.ts'

/** Beyond the database's own limit for a statement, which gives the better answer. */
const TRANSACTION = { maxWait: 10_000, timeout: 20_000 }

/** One page of records. */
export async function listRecords(
  query: RunQuery,
  target: RecordTarget,
  asked: ListQuery,
): Promise<Page<AnyRecord>> {
  const { page, limit } = asked
  return { ...(await findPage(query, target, asked)), page, limit }
}

/**
 * One record.
 * @throws AppError NOT_FOUND
 */
export async function getRecord(query: RunQuery, target: RecordTarget, id: string): Promise<AnyRecord> {
  const record = await findRecord(query, target, requireId(target.resource, id))
  if (!record) throw recordNotFound(target.resource.singular)
  return record
}

/**
 * Adds a record.
 * @throws AppError VALIDATION_FAILED, ALREADY_EXISTS, PLAN_LIMIT_REACHED, and what the hooks of the resource throw
 */
export async function createRecord(
  db: TenantDb,
  { target, caller }: { target: RecordTarget; caller: RecordCaller },
  given: Row,
): Promise<AnyRecord> {
  const { resource, hooks } = target
  let values = withOwner(target, completeValues(resource, given, caller.currency))
  requireRules(resource, values)
  requireInitialStatuses(resource, values)
  requireOwnValues(target, values)
  await requireMembers(resource, values, caller)
  return write(db, { target, caller, attempt: () => ({ id: null, values }) }, async (tx, caller) => {
    await requireRecordRoom(tx, target, caller)
    await lockReferences(tx, target, values)
    values = { ...values, ...(await attachFiles(tx, { resource, caller }, values)) }
    const prepared = await hooks?.prepare?.(tx, { before: null, values, changes: values, caller })
    values = { ...values, ...prepared }
    const record = await insertRecord(tx, target, { ...values, id: newId(), tenantId: caller.tenantId })
    await note(tx, { target, caller, action: 'create' }, { record, after: values })
    await hooks?.finish?.(tx, { before: null, values, changes: values, caller, record })
    await caller.idempotentCall?.finishInTenant(tx, record)
    return record
  })
}

/**
 * Changes the fields that are given and leaves the others; nothing is written when nothing differs.
 * @throws AppError NOT_FOUND, CONFLICT, VALIDATION_FAILED, ALREADY_EXISTS, INVALID_TRANSITION, and what the hooks
 *   of the resource throw
 */
export async function updateRecord(
  db: TenantDb,
  { target, caller }: { target: RecordTarget; caller: RecordCaller },
  { id, updatedAt, ...given }: RecordAddress & Row,
): Promise<AnyRecord> {
  const { resource, hooks } = target
  const recordId = requireId(resource, id)
  requireOwnValues(target, given)
  await requireMembers(resource, given, caller)
  let values: Row = given
  return write(db, { target, caller, attempt: () => ({ id: recordId, values }) }, async (tx, caller) => {
    const before = await requireLocked(tx, target, recordId)
    requireUnchanged(resource, before, updatedAt)
    let changes = changesOf(before, keepKnownFiles(resource, before, given))
    if (Object.keys(changes).length === 0) return before
    values = { ...fieldValues(resource, before), ...changes }
    requireRules(resource, values)
    requireTransitions(resource, before, changes)
    await lockReferences(tx, target, changes)
    changes = { ...changes, ...(await attachFiles(tx, { resource, caller }, changes)) }
    values = { ...values, ...changes }
    const prepared = await hooks?.prepare?.(tx, { before, values, changes, caller })
    values = { ...values, ...prepared }
    changes = changesOf(before, { ...changes, ...prepared })
    await releaseFiles(tx, resource, { before, changes })
    const after = await changeRecord(tx, target, { before, changes })
    const replaced = Object.fromEntries(Object.keys(changes).map((name) => [name, before[name]]))
    await note(tx, { target, caller, action: 'update' }, { record: after, before: replaced, after: changes })
    await hooks?.finish?.(tx, { before, values, changes, caller, record: after })
    return after
  })
}

/**
 * Puts a whole record in the place of another: fields that are not given become empty or their default. Those
 * that the server fills in, and a status, stay as they are.
 */
export async function replaceRecord(
  db: TenantDb,
  call: { target: RecordTarget; caller: RecordCaller },
  { id, updatedAt, ...given }: RecordAddress & Row,
): Promise<AnyRecord> {
  const { resource } = call.target
  const values = withOwner(call.target, completeValues(resource, given, call.caller.currency))
  const computed = Object.entries(resource.fields).flatMap(([name, field]) => (isGiven(field) ? [] : [name]))
  const kept = listMachines(resource).flatMap(([name]) => (given[name] === undefined ? [name] : []))
  for (const name of [...computed, ...kept]) values[name] = undefined
  return updateRecord(db, call, { ...values, id, updatedAt })
}

/**
 * Deletes a record; its row stays, hidden.
 * @throws AppError NOT_FOUND, STILL_REFERENCED while other records refer to it
 */
export async function deleteRecord(
  db: TenantDb,
  { target, caller }: { target: RecordTarget; caller: RecordCaller },
  id: string,
): Promise<{ id: string }> {
  const { module, resource } = target
  const recordId = requireId(resource, id)
  return write(db, { target, caller, attempt: () => ({ id: recordId, values: {} }) }, async (tx, caller) => {
    const before = await requireLocked(tx, target, recordId)
    for (const referring of listReferring(module, resource)) {
      // Whoever they belong to: what others refer to stays.
      const count = await countReferring(tx, { ...target, ...referring, ownerId: null }, recordId)
      if (count > 0) throw stillReferenced(String(before[resource.labelField]), referring.resource, count)
    }
    await target.hooks?.release?.(tx, { record: before, caller })
    await hideRecord(tx, target, before)
    await note(
      tx,
      { target, caller, action: 'delete' },
      { record: before, before: fieldValues(resource, before) },
    )
    return { id: recordId }
  })
}

type Write = {
  target: RecordTarget
  caller: RecordCaller
  /** what was about to be written when it failed */
  attempt: () => { id: string | null; values: Row }
}

/** Runs a write, and lets the module say what a constraint that refused it means. */
async function write<T>(
  db: TenantDb,
  { target: { resource, hooks }, caller, attempt }: Write,
  body: (tx: TenantTx, caller: RecordCaller) => Promise<T>,
): Promise<T> {
  try {
    return await announceAfter(caller, (inside) =>
      withWriteErrors(resource, () => db.$transaction((tx) => body(tx, inside), TRANSACTION)),
    )
  } catch (error) {
    const constraint = constraintOf(error)
    if (constraint === undefined || !hooks?.explain) throw error
    throw (await hooks.explain(db, { constraint, caller, ...attempt() })) ?? error
  }
}

/** @throws AppError NOT_FOUND */
async function requireLocked(tx: TenantTx, target: RecordTarget, id: string): Promise<AnyRecord> {
  const { resource } = target
  const record = (await lockRecord(tx, { ...target, id }, 'update'))
    ? await findRecord(queryIn(tx), target, id)
    : null
  if (!record) throw recordNotFound(resource.singular)
  return record
}

/**
 * Keeps the records that are referred to from being deleted before the reference is stored.
 * @throws AppError VALIDATION_FAILED
 */
async function lockReferences(tx: TenantTx, target: RecordTarget, values: Row): Promise<void> {
  for (const [name, field] of Object.entries(target.resource.fields)) {
    const id = values[name]
    if (field.kind !== 'reference' || typeof id !== 'string') continue
    const referred = requireResource(target.module, field.to)
    if (!(await lockRecord(tx, { ...target, resource: referred, id }, 'share')))
      throw unknownReference(name, referred)
  }
}

/** Before the transaction, as people are kept on another plane. @throws AppError VALIDATION_FAILED */
async function requireMembers({ fields }: Resource, values: Row, { isMember }: RecordCaller): Promise<void> {
  for (const [name, field] of Object.entries(fields)) {
    const id = values[name]
    if (field.kind !== 'member' || typeof id !== 'string') continue
    if (!(await isMember(id))) throw fieldError(name, 'Choose a person of your team.')
  }
}

type NotedChange = { target: RecordTarget; caller: RecordCaller; action: 'create' | 'update' | 'delete' }

/** Writes the audit row of a change, and announces it to those who look at the resource. */
function note(
  tx: TenantTx,
  { target, caller, action }: NotedChange,
  { record, ...change }: { record: AnyRecord; before?: Row; after?: Row },
): Promise<void> {
  const { name, labelField, fields } = target.resource
  const label = record[labelField]
  caller.announceChange?.({ resource: name, id: record.id })
  return appendRecordAudit(tx, caller.actor, {
    action: `${name}.${action}`,
    resource: { type: name, id: record.id },
    details: { label: typeof label === 'string' ? label : null, ...change },
    secretFields: Object.keys(fields).filter((field) => fields[field]?.secret),
  })
}
