import type { Migration } from '#src/db/server/migration-files.ts'
import type { DriftSkip } from '../../drift.ts'
import { migrationId, type FleetMigrations } from '../rollout/fleet-migrations.ts'

/** What a tenant has by the ledger, in this code's terms; or why this code cannot tell what it should look like. */
export type LedgerState = KnownState | { skip: Exclude<DriftSkip, 'busy'> }
export type KnownState = { key: string; migrations: Migration[] }

/**
 * Reads ledgers by what this code has. Tenants that are behind are judged by what they have, so being behind is no drift.
 * @returns a function from applied migrations to the state they make
 */
export function createLedgerReader(fleet: FleetMigrations): (applied: readonly string[]) => LedgerState {
  const all = [...fleet.values()].flat()
  const known = new Map(
    all.map((migration) => [`${migrationId(migration)} ${migration.checksum}`, migration]),
  )
  const names = new Set<string>(all.map(migrationId))
  const states = new Map<string, LedgerState>()
  return (applied) => {
    const key = applied.join('\n')
    const state = states.get(key) ?? read(applied, key)
    states.set(key, state)
    return state
  }

  function read(applied: readonly string[], key: string): LedgerState {
    const unknown = applied.filter((one) => !known.has(one))
    if (unknown.some((one) => !names.has(one.split(' ', 1)[0] ?? ''))) return { skip: 'newer' }
    if (unknown.length > 0) return { skip: 'edited' }
    const has = new Set(applied)
    return { key, migrations: all.filter((one) => has.has(`${migrationId(one)} ${one.checksum}`)) }
  }
}
