import { beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import type { DriftFinding } from '../../drift.ts'
import type { SignedUpTenant } from '../testing/rehearsal.ts'
import { checkDrift } from './check-drift.ts'
import { executeRepair } from './repair/execute-repair.ts'
import { planRepair } from './repair/plan-repair.ts'
import { readStructures } from './structure.repository.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { createDriftTenant, driftDeps } from './testing/small-fleet.ts'

const db = useTestDatabase()
const made: { tenant: SignedUpTenant; other: SignedUpTenant } = {
  tenant: expect.anything(),
  other: expect.anything(),
}

let built: Awaited<ReturnType<typeof structure>>

beforeAll(async () => {
  made.tenant = await createDriftTenant(db(), { subdomain: 'broken', modules: ['notes'] })
  made.other = await createDriftTenant(db(), { subdomain: 'whole', modules: ['notes', 'moorings'] })
  built = await structure(made.tenant)
})

/** Runs SQL as superuser in which `S` is the schema and `R` the role of the tenant. */
async function tamper(sql: string): Promise<void> {
  const { schemaName, roleName } = made.tenant
  const text = sql
    .replaceAll(/\bS\b/g, schemaName)
    .replaceAll(/\bR\b/g, roleName)
    .replaceAll(/\bO\b/g, made.other.schemaName)
  for (const statement of text.split(';;')) await db().inspect(statement)
}

async function findings(): Promise<DriftFinding[]> {
  const { reports } = await checkDrift(driftDeps(db()), { tenantIds: [made.tenant.tenantId] })
  return reports.flatMap((report) => report.findings)
}

function structure(tenant: SignedUpTenant) {
  return withPlatformTransaction(db().database.pool, async (client) =>
    (await readStructures(client, [tenant])).get(tenant.schemaName),
  )
}

/** `severity kind object what`, with the tenant's own names as S and R. */
function name({ severity, kind, object, aspect, difference }: DriftFinding): string {
  const short = object.replaceAll(made.tenant.roleName, 'R').replaceAll(made.tenant.schemaName, 'S')
  return `${severity} ${kind} ${short} ${aspect ?? difference}`
}

type Case = [what: string, sql: string, named: string | string[]]

const repaired: Case[] = [
  [
    'row level security off',
    'alter table S.notes disable row level security',
    'critical table notes row security',
  ],
  [
    'row level security that spares the owner',
    'alter table S.notes no force row level security',
    'critical table notes row security',
  ],
  [
    'a policy that lets everybody see',
    'alter policy tenant_rows on S.notes using (true)',
    'critical policy notes.tenant_rows using',
  ],
  ['a policy that is gone', 'drop policy own_rows on S.authors', 'critical policy authors.own_rows missing'],
  [
    'a policy for clients that is open',
    'alter policy own_rows on S.notes using (true) with check (true)',
    ['critical policy notes.own_rows check', 'critical policy notes.own_rows using'],
  ],
  [
    'a policy that was added',
    'create policy all_rows on S.notes using (true)',
    'critical policy notes.all_rows extra',
  ],
  [
    'a policy for everybody',
    'alter policy tenant_rows on S.notes to public',
    'critical policy notes.tenant_rows roles',
  ],
  ['a table that everybody may read', 'grant select on S.notes to public', 'critical table notes grants'],
  ['a right that was taken away', 'revoke delete on S.notes from R', 'critical table notes grants'],
  [
    'a column that others may read',
    'grant select (title) on S.notes to berth_search',
    'critical column notes.title grants',
  ],
  ['a schema that everybody may look into', 'grant usage on schema S to public', 'critical schema S grants'],
  ['a way into another schema', 'grant usage on schema platform to R', 'critical role R reaches'],
  ['a role that can sign in', 'alter role R login', 'critical role R login'],
  ['a setting of the role', `alter role R set row_security to off`, 'critical role R settings'],
  [
    'a trigger that is switched off',
    'alter table S.notes disable trigger refuse_change',
    'critical trigger notes.refuse_change state',
  ],
  [
    'a trigger that was added',
    'create trigger spy after insert on S.notes for each row execute function S.refuse_change()',
    'critical trigger notes.spy extra',
  ],
  [
    'a rule that was added',
    'create rule mute as on insert to S.authors do instead nothing',
    'critical rule authors.mute extra',
  ],
  [
    'a function that runs as its owner',
    'alter function S.refuse_change() security definer',
    'critical function refuse_change() security',
  ],
  [
    'a function with another body',
    `create or replace function S.refuse_change() returns trigger language plpgsql as 'begin return old; end'`,
    'critical function refuse_change() body',
  ],
  ['an index that is gone', 'drop index S.notes_stars_idx', 'warning index notes_stars_idx missing'],
  [
    'an index that is not valid',
    `update pg_index set indisvalid = false where indexrelid = 'S.notes_stars_idx'::regclass`,
    'warning index notes_stars_idx valid',
  ],
  [
    'an index over something else',
    'drop index S.notes_stars_idx;;create index notes_stars_idx on S.notes (stars)',
    'warning index notes_stars_idx definition',
  ],
  [
    'a constraint that is gone',
    'alter table S.notes drop constraint notes_title_check',
    'warning constraint notes.notes_title_check missing',
  ],
  [
    'a foreign key that is gone',
    'alter table S.notes drop constraint notes_author_fk',
    'warning constraint notes.notes_author_fk missing',
  ],
  [
    'a unique constraint that is gone',
    'alter table S.notes drop constraint notes_title_key',
    'warning constraint notes.notes_title_key missing',
  ],
  [
    'a constraint that nobody has checked',
    `update pg_constraint set convalidated = false where conname = 'notes_title_check' and connamespace = 'S'::regnamespace`,
    'warning constraint notes.notes_title_check validated',
  ],
  [
    'another default',
    'alter table S.notes alter column stars set default 5',
    'warning column notes.stars default',
  ],
  [
    'a value that may be missing',
    'alter table S.notes alter column title drop not null',
    'warning column notes.title not null',
  ],
]

const byHand: Case[] = [
  [
    'a column that was added',
    'alter table S.notes add column secret text',
    'warning column notes.secret extra',
  ],
  [
    'a column that was widened',
    'alter table S.authors alter column name type varchar(200)',
    'warning column authors.name type',
  ],
  ['a table that was added', 'create table S.copies (id int)', 'warning table copies extra'],
  ['an owner that is another', 'alter table S.authors owner to berth_search', 'critical table authors owner'],
  ['a role that passes by row level security', 'alter role R bypassrls', 'critical role R bypassrls'],
  ['a role that has another', 'grant berth_platform to R', 'critical role R member of'],
  [
    'a foreign key that is not held',
    'alter table S.notes disable trigger all;;alter table S.notes enable trigger refuse_change',
    'critical constraint notes.notes_author_fk enforced',
  ],
  [
    'an index that was added',
    'create index spare_idx on S.notes (created_at)',
    'warning index spare_idx extra',
  ],
  [
    'a function that was added, and runs as its owner',
    `create function S.peek() returns int language sql security definer as 'select 1'`,
    'critical function peek() extra',
  ],
  [
    'a view that was added',
    'create view S.all_notes as select * from S.notes',
    'warning view all_notes extra',
  ],
  ['a type that was added', `create type S.mood as enum ('fine')`, 'warning type mood extra'],
  ['a sequence that was added', 'create sequence S.counter', 'warning sequence counter extra'],
  [
    'statistics that were added',
    'create statistics S.pairs on title, stars from S.notes',
    'warning statistics object S.pairs extra',
  ],
]

describe('drift', () => {
  it('is none where tenants are as they were built, whatever modules they have', async () => {
    const { tenant, other } = made
    const tenantIds = [tenant.tenantId, other.tenantId]
    const { reports, summary } = await checkDrift(driftDeps(db()), { tenantIds })
    expect(reports).toEqual([])
    expect(summary).toMatchObject({ tenants: 2, goldens: 2, critical: 0, warning: 0 })
    expect(summary.objects).toBeGreaterThan(60)
  })

  it.each(repaired)('%s is named, and repaired', async (_, sql, named) => {
    await tamper(sql)
    expect((await findings()).map(name)).toEqual([named].flat())
    const { tenantId } = made.tenant
    const { hash, findings: planned } = await planRepair(driftDeps(db()), tenantId)
    expect(planned.map(({ repair }) => repair)).toEqual([named].flat().map(() => 'automatic'))
    const outcome = await executeRepair(driftDeps(db()), { tenantId, hash, actor: systemActor() })
    expect(outcome).toEqual({ failed: [], remaining: [] })
    expect(await structure(made.tenant)).toEqual(built)
  })

  it.each(byHand)('%s is named, and left to people', async (_, sql, named) => {
    await tamper(sql)
    const found = await findings()
    expect(found.map(name)).toEqual([named].flat())
    const { tenantId } = made.tenant
    const { hash } = await planRepair(driftDeps(db()), tenantId)
    const { remaining } = await executeRepair(driftDeps(db()), { tenantId, hash, actor: systemActor() })
    expect(remaining).toEqual(found)
    for (const statement of found.flatMap(({ statements }) => statements)) await db().inspect(statement)
    expect(await findings()).toEqual([])
    expect(await structure(made.tenant)).toEqual(built)
  })
})
