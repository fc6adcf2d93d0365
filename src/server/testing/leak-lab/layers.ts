import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import { PLATFORM_SCHEMA } from '#src/db/server/tenant-scope.ts'
import type { LabTenant } from './lab-tenant.ts'

type Inspector = Pick<TestDatabase, 'inspect'>
type Pair = { attacker: LabTenant; victim: LabTenant }

/** Gives the attacker's role every right on the victim's schema, or takes them back. */
export async function setGrants(
  { inspect }: Inspector,
  { attacker, victim }: Pair,
  state: 'on' | 'off',
): Promise<void> {
  const schema = quoteIdentifier(victim.schemaName)
  const role = quoteIdentifier(attacker.roleName)
  const verb = state === 'off' ? 'grant' : 'revoke'
  const toward = state === 'off' ? 'to' : 'from'
  await inspect(`${verb} all on schema ${schema} ${toward} ${role}`)
  await inspect(`${verb} all on all tables in schema ${schema} ${toward} ${role}`)
}

/** Switches row level security of both tenants' tables off, or on again. */
export async function setTenantRls(
  db: Inspector,
  { attacker, victim }: Pair,
  state: 'on' | 'off',
): Promise<void> {
  for (const { schemaName } of [attacker, victim]) await setSchemaRls(db, schemaName, state)
}

/** Switches row level security of the control plane off, or on again. */
export function setPlatformRls(db: Inspector, state: 'on' | 'off'): Promise<void> {
  return setSchemaRls(db, PLATFORM_SCHEMA, state)
}

async function setSchemaRls({ inspect }: Inspector, schema: string, state: 'on' | 'off'): Promise<void> {
  const tables = await inspect<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relnamespace = $1::regnamespace and relkind in ('r', 'p')
       and exists (select from pg_policy where polrelid = pg_class.oid)`,
    [schema],
  )
  const [enable, force] = state === 'off' ? ['disable', 'no force'] : ['enable', 'force']
  const changes = tables.map(
    ({ name }) => `alter table ${name} ${enable} row level security, ${force} row level security`,
  )
  await inspect(changes.join('; '))
}
