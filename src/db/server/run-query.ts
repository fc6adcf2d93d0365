import type { Pool } from 'pg'

/** A statement with its values beside it. */
export type Statement = { text: string; values: readonly unknown[] }
/** Runs a statement in some scope. @returns its rows, which are of the type the caller names */
export type RunQuery = <Row extends object>(statement: Statement) => Promise<Row[]>

/** What typed clients and their transactions offer for statements of one's own. */
type RawQueries = { $queryRawUnsafe<T>(text: string, ...values: unknown[]): PromiseLike<T> }

/** Statements one by one, each in a transaction of its own. */
export function queryOn(scoped: Pool): RunQuery {
  return async <Row extends object>({ text, values }: Statement) =>
    (await scoped.query<Row>({ text, values: [...values] })).rows
}

/** Statements by a typed client, or as part of its transaction. */
export function queryIn(db: RawQueries): RunQuery {
  return async <Row extends object>({ text, values }: Statement) => db.$queryRawUnsafe<Row[]>(text, ...values)
}
