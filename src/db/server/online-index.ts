import { stripSql } from './strip-sql.ts'

/** An index that is built while others write to its table; PostgreSQL allows that outside transactions only. */
export type OnlineIndex = {
  /** its name, in the schema of the tenant */
  index: string
  /** the statement, by `concurrently` */
  statement: string
  /** the same for a transaction; what a build that was cut off has left gives way */
  plain: string
}

const STATEMENT =
  /^(create\s+(?:unique\s+)?index\s+)concurrently\s+(?:if\s+not\s+exists\s+)?([a-z_][a-z0-9_]*)(\s+on\s[\s\S]+)$/i

/** Reads the one statement of an online migration. @returns nothing when it is something else, or more than one */
export function readOnlineIndex(sql: string): OnlineIndex | undefined {
  const [only, ...others] = stripSql(sql)
    .split(';')
    .filter((part) => part.trim() !== '')
  if (only === undefined || others.length > 0) return undefined
  const statement = sql
    .replaceAll(/^\s*--.*$/gm, '')
    .replace(/;\s*$/, '')
    .trim()
  const [, create, index, rest] = STATEMENT.exec(statement) ?? []
  if (!create || !index || !rest) return undefined
  return {
    index,
    statement: `${create}concurrently ${index}${rest}`,
    plain: `drop index if exists ${index};\n${create}${index}${rest}`,
  }
}
