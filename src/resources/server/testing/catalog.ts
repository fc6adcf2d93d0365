import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import type { Resource } from '../../define-resource.ts'
import type { AnyField } from '../../fields/any-field.ts'
import { mayBeEmpty } from '../../fields/field.ts'
import { snakeCase } from '../../naming.ts'
import type { Column } from './prisma-schema.ts'

/** Columns of every table of a schema, by table, as PostgreSQL has them; those it computes by itself are its own business. */
export async function readCatalog({ inspect }: TestDatabase, schema: string): Promise<Map<string, Column[]>> {
  const rows = await inspect<Column & { table: string }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
            not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as default
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')
     order by c.relname, a.attname`,
    [schema],
  )
  const tables = new Map<string, Column[]>()
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column])
  return tables
}

/** Definitions of the CHECK constraints of a schema, by table. */
export async function readChecks({ inspect }: TestDatabase, schema: string): Promise<Map<string, string[]>> {
  const rows = await inspect<{ table: string; definition: string }>(
    `select conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
     from pg_constraint where connamespace = $1::regnamespace and contype = 'c'`,
    [schema],
  )
  const checks = new Map<string, string[]>()
  for (const { table, definition } of rows) {
    const name = table.split('.').at(-1) ?? table
    checks.set(name, [...(checks.get(name) ?? []), definition])
  }
  return checks
}

const EVERY_TABLE: Column[] = [
  { name: 'id', type: 'uuid', nullable: false, default: null },
  { name: 'tenant_id', type: 'uuid', nullable: false, default: null },
  { name: 'is_active', type: 'boolean', nullable: false, default: 'true' },
  { name: 'deleted_at', type: 'timestamp with time zone', nullable: true, default: null },
  { name: 'created_at', type: 'timestamp with time zone', nullable: false, default: 'now()' },
  { name: 'updated_at', type: 'timestamp with time zone', nullable: false, default: 'now()' },
]

/** The columns a resource must have, by its declaration. */
export function declaredColumns({ fields }: Resource): Column[] {
  const own = Object.entries(fields).map(([name, field]) => ({
    name: snakeCase(name),
    type: field.columnType,
    nullable: mayBeEmpty(field),
    default: field.presence === 'defaulted' ? sqlDefault(field) : null,
  }))
  return [...EVERY_TABLE, ...own].toSorted(byName)
}

export function byName(left: Column, right: Column): number {
  return left.name < right.name ? -1 : 1
}

function sqlDefault({ defaultValue, columnType }: AnyField): string {
  if (typeof defaultValue === 'number' || typeof defaultValue === 'boolean') return String(defaultValue)
  return `'${typeof defaultValue === 'string' ? defaultValue : '{}'}'::${columnType}`
}
