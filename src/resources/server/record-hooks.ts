import type { TenantDb, TenantTx } from '#src/db/server/database.ts'
import type { AppError } from '#src/shared/errors/app-error.ts'
import type { ErrorCode } from '#src/shared/errors/catalogue.ts'
import type { AnyRecord } from '../procedure-path.ts'
import type { RecordCaller } from './record-caller.ts'
import type { Row } from './record-delegate.ts'

/** A record that is about to be stored. All values are as the API has them. */
export type RecordWrite = {
  /** as it is stored now; null for a new record */
  before: AnyRecord | null
  /** the whole record as it would be stored */
  values: Row
  /** the part of it that is new or differs */
  changes: Row
  caller: RecordCaller
}

/** A write that a constraint of the database refused. */
export type RefusedWrite = {
  constraint: string
  values: Row
  /** null for a new record */
  id: string | null
  caller: RecordCaller
}

/** What a module adds to the writes of one of its resources. The hooks run in the transaction of the write. */
export type RecordHooks = {
  /** codes that the hooks refuse writes with, for the documentation of the calls */
  errors?: readonly ErrorCode[]
  /**
   * Before the write, after validation and rules.
   * @returns values to add or to replace, computed fields above all
   */
  prepare?: (tx: TenantTx, write: RecordWrite) => Promise<Row | undefined>
  /** After the write. */
  finish?: (tx: TenantTx, written: RecordWrite & { record: AnyRecord }) => Promise<void>
  /** Before a record is hidden. */
  release?: (tx: TenantTx, leaving: { record: AnyRecord; caller: RecordCaller }) => Promise<void>
  /** What a violated constraint means to people; after the rollback, so that it may query. */
  explain?: (db: TenantDb, refused: RefusedWrite) => Promise<AppError | undefined>
}
