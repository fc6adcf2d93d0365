import { stripSql } from './strip-sql.ts'

type Rule = { what: string; pattern: RegExp; unless?: RegExp }

/** Whole statements that take something away from code that runs already. */
const STATEMENTS: readonly Rule[] = [
  { what: 'drops a table', pattern: /^drop (table|view|materialized view|schema|type)\b/ },
  { what: 'drops a function', pattern: /^drop (function|procedure)\b/ },
  { what: 'empties a table', pattern: /^truncate\b/ },
]

/** Clauses of `alter table` that do, or that ask for more than such code gives. */
const CLAUSES: readonly Rule[] = [
  { what: 'drops a column', pattern: /^drop (column )?(?!column |constraint )\w+/ },
  { what: 'renames', pattern: /^rename\b/ },
  { what: 'changes a type', pattern: /^alter (column )?\S+ (set data )?type\b/ },
  { what: 'requires a value', pattern: /^alter .*\bset not null\b/ },
  { what: 'takes a default away', pattern: /^alter .*\bdrop default\b/ },
  {
    what: 'adds a column that needs a value',
    pattern: /^add (?!constraint |check|primary key|foreign key|unique|exclude).*\bnot null\b/,
    unless: /\bdefault\b|\bgenerated\b|\bserial\b/,
  },
]

/**
 * What code older than a migration cannot live with, in plain words. Tables the migration itself has made are free: no
 * older code knows them. It reads words, not grammar: enough for files that people review.
 */
export function listDestructive(up: string): string[] {
  const statements = stripSql(up)
    .split(';')
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim().toLowerCase())
  const made = new Set(
    statements.flatMap((statement) => /^create table (?:if not exists )?(\S+)/.exec(statement)?.[1] ?? []),
  )
  return statements.flatMap((statement) => {
    const [head, table] = /^alter table (?:if exists )?(?:only )?(\S+) /.exec(statement) ?? []
    if (head === undefined) return listBroken(STATEMENTS, statement)
    if (table !== undefined && made.has(table)) return []
    return splitClauses(statement.slice(head.length)).flatMap((clause) => listBroken(CLAUSES, clause))
  })
}

function listBroken(rules: readonly Rule[], text: string): string[] {
  return rules
    .filter(({ pattern, unless }) => pattern.test(text) && !unless?.test(text))
    .map(({ what }) => `${what}: ${text}`)
}

/** Parts between commas outside parentheses. */
function splitClauses(text: string): string[] {
  const clauses: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1
    if (text[index] === ')') depth -= 1
    if (text[index] !== ',' || depth > 0) continue
    clauses.push(text.slice(start, index).trim())
    start = index + 1
  }
  return [...clauses, text.slice(start).trim()]
}
