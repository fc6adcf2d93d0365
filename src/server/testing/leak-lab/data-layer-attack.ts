import { SQLSTATE, sqlstateOf } from '#src/db/server/sqlstate.ts'
import { withTenantScope, type TenantPlacement } from '#src/db/server/tenant-scope.ts'
import { modules } from '#src/modules/registry.ts'
import type { Module } from '#src/resources/define-module.ts'
import type { Lab } from './lab.ts'
import { findLeaks, secretsOf } from './oracle.ts'

/** What of a model's client the attack uses. */
type Delegate = {
  findMany: () => Promise<unknown>
  findFirst: (query: { where: { id: string } }) => Promise<unknown>
  updateMany: (query: { where: { id: string }; data: { isActive: boolean } }) => Promise<{ count: number }>
  deleteMany: (query: { where: { id: string } }) => Promise<{ count: number }>
}

/** @property held how often a call ended without anything of the other tenant, by what it met */
export type DataLayerOutcome = { attempts: number; leaks: number; held: Record<string, number> }

/** Uses the typed client of every resource in a scope, and counts the calls that reach the victim's rows. */
export async function attackDataLayer(
  { server, victim }: Lab,
  scope: TenantPlacement,
): Promise<DataLayerOutcome> {
  const outcome: DataLayerOutcome = { attempts: 0, leaks: 0, held: {} }
  const resources = modules.flatMap(({ resources: of }: Module) => of)
  for (const { model, table } of resources) {
    const delegate = Reflect.get(server.database.tenant, model) as Delegate
    const where = { id: victim.ids.get(table)?.[0] ?? '' }
    const calls = [
      () => delegate.findMany(),
      () => delegate.findFirst({ where }),
      () => delegate.updateMany({ where, data: { isActive: true } }).then(reportRows),
      () => delegate.deleteMany({ where }).then(reportRows),
    ]
    for (const call of calls) {
      outcome.attempts += 1
      const met = await withTenantScope(scope, call).then(
        (rows) =>
          findLeaks(JSON.stringify(rows), '', secretsOf(victim)).length > 0 || rows === REACHED
            ? 'leak'
            : 'no rows',
        (error: unknown) =>
          reachedAll.has(sqlstateOf(error) ?? '') ? 'leak' : `refused ${sqlstateOf(error) ?? String(error)}`,
      )
      if (met === 'leak') outcome.leaks += 1
      else outcome.held[met] = (outcome.held[met] ?? 0) + 1
    }
  }
  return outcome
}

/** Only a row within reach can be in the way of others that refer to it, or keep itself from being changed. */
const reachedAll: ReadonlySet<string> = new Set([SQLSTATE.foreignKeyViolation, SQLSTATE.restrictViolation])

const REACHED = 'rows of the other tenant'

function reportRows({ count }: { count: number }): string {
  return count > 0 ? REACHED : 'none'
}
