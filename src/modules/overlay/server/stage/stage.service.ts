import type { TenantDb } from '#src/db/server/database.ts'
import type { RecordCaller } from '#src/resources/server/record-caller.ts'
import type { StageChanges, StageSettings } from '../../stage-settings.ts'
import { withChanges } from '../with-changes.ts'
import { findStage, lockStage, saveStage } from './stage.repository.ts'

/** What the log and hints call it. */
export const STAGE = 'overlay-stage'

/** Changes what is given, and leaves the rest. */
export function updateStage(
  db: TenantDb,
  caller: RecordCaller,
  changes: StageChanges,
): Promise<StageSettings> {
  return withChanges(db, caller, async (tx, { note }) => {
    const { tenantId } = caller
    // Two who change parts of one thing at once: the later one starts from what the earlier one has left.
    await lockStage(tx, tenantId)
    const before = await findStage(tx)
    const given = Object.entries(changes.profile ?? {}).filter(([, value]) => value !== undefined)
    const profile = { ...before.profile, ...Object.fromEntries(given) }
    const after = {
      profile,
      theme: changes.theme ?? before.theme,
      layout: changes.layout ?? before.layout,
    }
    const { theme, layout } = changes
    const changed = {
      ...(changes.profile && { profile }),
      ...(theme && { theme }),
      ...(layout && { layout }),
    }
    await saveStage(tx, tenantId, changed)
    const parts = Object.keys(changed) as (keyof typeof changed)[]
    const replaced = Object.fromEntries(parts.map((part) => [part, before[part]]))
    await note({
      resource: STAGE,
      id: tenantId,
      action: 'update',
      label: parts.join(', '),
      before: replaced,
      after: changed,
    })
    return after
  })
}
