import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MEMBER_ROLE, PLATFORM_SCHEMA } from '#src/db/server/tenant-scope.ts'
import { useLab } from './lab.ts'
import { noteOutcome } from './lab-report.ts'
import { findLeaks, secretsOf } from './oracle.ts'
import type { Outcome } from './run-attack.ts'
import { readForeignCatalog } from './sql-catalog.ts'
import { openNarrowLogin, trySql, type NarrowLogin } from './sql-session.ts'
import { listEscapes, listForbidden, listGatewayCalls, listShared, listSnoops } from './sql-statements.ts'
import { diffTenantRows, listTenantTables, readTenantRows } from './tenant-rows.ts'

const lab = useLab()
const PATIENCE_MS = 120_000
let narrow: NarrowLogin
let login: pg.Client
/** Whose last statement stands in the list of what everybody is doing. */
let neighbour: pg.Client

beforeAll(async () => {
  const { server, attacker, victim } = lab()
  narrow = await openNarrowLogin(server, attacker)
  login = new pg.Client({ connectionString: server.url })
  neighbour = new pg.Client({ connectionString: server.url })
  for (const client of [login, neighbour]) client.on('error', () => undefined)
  await Promise.all([login.connect(), neighbour.connect()])
  await neighbour.query(`select '${victim.marker}'`)
  await server.inspect('analyze')
})
afterAll(async () => {
  await Promise.all([login.end(), neighbour.end()])
  await narrow.drop()
})

/** Tries statements as the attacker's role. @param mustFail whether an answer at all is a leak */
async function tryAll(
  client: pg.Client,
  statements: readonly string[],
  { mustFail }: { mustFail: boolean },
): Promise<Outcome> {
  const { server, attacker, victim } = lab()
  const before = await readTenantRows(server, victim)
  // Names of schemas and roles hold ids, and everybody may read the catalog: texts are what counts here.
  const secrets = { ...secretsOf(victim), ids: new Set<string>() }
  const outcome: Outcome = { attempts: statements.length, codes: {}, leaks: 0, problems: [] }
  for (const statement of statements) {
    const answer = await trySql(client, attacker, { statement })
    const code = answer.refused ?? 'OK'
    outcome.codes[code] = (outcome.codes[code] ?? 0) + 1
    const leaks = answer.refused === null ? findLeaks(answer.text, statement, secrets) : []
    outcome.leaks += leaks.length
    if (leaks.length > 0 || (mustFail && answer.refused === null)) {
      outcome.problems.push(`${statement}: ${leaks.join(', ') || 'was done'}`)
    }
  }
  outcome.problems.push(...diffTenantRows(before, await readTenantRows(server, victim)))
  return outcome
}

describe('SQL as the role of a tenant', () => {
  it('is refused outside of its own schema', { timeout: PATIENCE_MS }, async ({ task }) => {
    const { server, attacker } = lab()
    const statements = listForbidden(await readForeignCatalog(server, attacker.schemaName))
    for (const client of [login, narrow.client]) {
      const outcome = await tryAll(client, statements, { mustFail: true })
      noteOutcome(
        task,
        `SQL beyond one’s schema${client === login ? ', on the product’s login' : ''}`,
        outcome,
      )
      expect(outcome.problems).toEqual([])
    }
  })

  it('becomes no other role', async ({ task }) => {
    const statements = listEscapes(lab().victim)
    const outcome = await tryAll(narrow.client, statements, { mustFail: true })
    noteOutcome(task, 'SQL that would be somebody else', outcome)
    expect(outcome.problems).toEqual([])
  })

  it('learns nothing of others from the catalog', async ({ task }) => {
    for (const client of [login, narrow.client]) {
      const outcome = await tryAll(client, listSnoops(lab().victim), { mustFail: false })
      noteOutcome(task, 'SQL that looks around', outcome)
      expect(outcome.problems).toEqual([])
    }
  })

  it('adds nothing to others through the functions it may call', async ({ task }) => {
    const { server, attacker, victim } = lab()
    const before = await readTenantRows(server, victim)
    const statements = listGatewayCalls(victim)
    const codes: Record<string, number> = {}
    for (const statement of statements) {
      const { refused } = await trySql(narrow.client, attacker, { statement, keep: true })
      codes[refused ?? 'OK'] = (codes[refused ?? 'OK'] ?? 0) + 1
    }
    noteOutcome(task, 'SQL through the gateway', {
      attempts: statements.length,
      codes,
      leaks: 0,
      problems: [],
    })
    expect(diffTenantRows(before, await readTenantRows(server, victim))).toEqual([])
  })
})

describe('the shared tables in the scope of one tenant', () => {
  it('are its own rows alone', { timeout: PATIENCE_MS }, async ({ task }) => {
    const { server, attacker, victim } = lab()
    const scope = { roleName: MEMBER_ROLE, schemaName: PLATFORM_SCHEMA, tenantId: attacker.tenantId }
    const catalog = await readForeignCatalog(server, attacker.schemaName)
    const outcome: Outcome = { attempts: 0, codes: {}, leaks: 0, problems: [] }
    for (const { name, key } of await listTenantTables(server, PLATFORM_SCHEMA)) {
      const columns = catalog.tables.find((table) => table.name === name)?.columns ?? []
      const [own] = await server.inspect<{ count: number }>(
        `select count(*)::int as count from ${name} where ${key} = $1`,
        [attacker.tenantId],
      )
      for (const statement of listShared({ name, key, columns }, victim)) {
        const answer = await trySql(login, scope, { statement })
        const code = answer.refused ?? 'OK'
        const leaks = answer.refused === null ? findLeaks(answer.text, statement, secretsOf(victim)) : []
        const reaches = answer.refused === null && answer.rowCount > Math.max(own?.count ?? 0, 1)
        outcome.attempts += 1
        outcome.leaks += leaks.length
        outcome.codes[code] = (outcome.codes[code] ?? 0) + 1
        if (leaks.length > 0 || reaches) outcome.problems.push(`${statement}: ${leaks.join(', ')}`)
        if (statement.startsWith('insert') && answer.refused !== '42501') outcome.problems.push(statement)
      }
    }
    noteOutcome(task, 'SQL on the shared tables in a tenant’s scope', outcome)
    expect(outcome.problems).toEqual([])
  })
})
