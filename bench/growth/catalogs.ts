import type { Figure } from '../report.ts'
import { show, type Side, type Sides } from './side.ts'

/** The largest catalogs that tenants add to. */
const CATALOGS = ['pg_class', 'pg_attribute', 'pg_depend', 'pg_constraint', 'pg_policy', 'pg_index']
const MB = 1_048_576

type Sizes = {
  databaseBytes: number
  files: number
  catalogBytes: number
  catalogs: { name: string; rows: number; bytes: number }[]
}

/** Disk, files and catalogs, and what keeping the catalogs in order takes. */
export async function measureCatalogs({ few, many }: Sides): Promise<Figure[]> {
  // What a crash or a checkpoint left to do would count as disk otherwise.
  await Promise.all([few, many].map(({ inspector }) => inspector.query('checkpoint')))
  const [small, large] = await Promise.all([readSizes(few), readSizes(many)])
  const vacuumMs = await vacuumCatalogs(many)
  const { rows } = await many.inspector.query<{ vacuums: number; dead: number; live: number }>(
    `select sum(autovacuum_count)::int as vacuums, sum(n_dead_tup)::float8 as dead,
       greatest(sum(n_live_tup), 1)::float8 as live from pg_stat_sys_tables where schemaname = 'pg_catalog'`,
  )
  const tenants = many.fleet.length
  const added = tenants - few.fleet.length || 1
  const [stats] = rows
  return [
    show('database of the fleet', large.databaseBytes / MB, 'MB'),
    show('database, per tenant', (large.databaseBytes - small.databaseBytes) / added / MB, 'MB'),
    show('catalogs of the fleet', large.catalogBytes / MB, 'MB'),
    show('catalogs, per tenant', (large.catalogBytes - small.catalogBytes) / added / MB, 'MB'),
    show('files of the fleet', large.files, 'files'),
    show('files, per tenant', (large.files - small.files) / added, 'files'),
    ...large.catalogs.flatMap(({ name, rows: count, bytes }) => [
      show(`${name}, rows per tenant`, count / tenants, 'rows'),
      show(name, bytes / MB, 'MB'),
    ]),
    show('autovacuums of catalogs so far', stats?.vacuums ?? 0, 'times'),
    show('dead rows of catalogs', (100 * (stats?.dead ?? 0)) / (stats?.live ?? 1), '%'),
    show('vacuum and analyze of these catalogs', vacuumMs / 1_000, 's'),
  ]
}

async function readSizes({ inspector }: Side): Promise<Sizes> {
  const { rows } = await inspector.query<Omit<Sizes, 'catalogs'>>(
    `select pg_database_size(current_database())::float8 as "databaseBytes",
       (select count(*)::int from pg_ls_dir('base/' || d.oid)) as files,
       (select sum(pg_total_relation_size(oid))::float8 from pg_class
        where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r') as "catalogBytes"
     from pg_database d where datname = current_database()`,
  )
  const catalogs: Sizes['catalogs'] = []
  for (const name of CATALOGS) {
    const found = await inspector.query<{ rows: number; bytes: number }>(
      `select count(*)::float8 as rows, pg_total_relation_size('${name}')::float8 as bytes from ${name}`,
    )
    catalogs.push({ name, rows: 0, bytes: 0, ...found.rows[0] })
  }
  return { databaseBytes: 0, files: 0, catalogBytes: 0, ...rows[0], catalogs }
}

/** Milliseconds. Autovacuum does the same, a table at a time, whenever a fifth of one has changed. */
async function vacuumCatalogs({ inspector }: Side): Promise<number> {
  const startedAt = performance.now()
  for (const name of CATALOGS) await inspector.query(`vacuum (analyze) ${name}`)
  return performance.now() - startedAt
}
