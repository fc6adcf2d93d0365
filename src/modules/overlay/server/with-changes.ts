import { appendRecordAudit } from '#src/audit/server/append-audit.repository.ts'
import type { recordChanges } from '#src/audit/actions.ts'
import type { TenantDb, TenantTx } from '#src/db/server/database.ts'
import { announceAfter, type RecordCaller } from '#src/resources/server/record-caller.ts'

/** Something that was made, changed or taken away, for the log and for those who look at it now. */
export type NotedChange = {
  resource: string
  id: string
  action: (typeof recordChanges)[number]
  label: string | null
  before?: object
  after?: object
}

export type ChangeNotes = {
  /** a line in the log, and a hint */
  note: (change: NotedChange) => Promise<void>
  /** a hint alone, for what follows from a change that is noted */
  hint: (resource: string, id: string) => void
}

/** In milliseconds: many who want the same wait for each other. */
const PATIENCE = { maxWait: 10_000, timeout: 15_000 }

/** One change by a procedure of its own: one transaction with its lines in the log and the answer that is kept. */
export function withChanges<T>(
  db: TenantDb,
  caller: RecordCaller,
  change: (tx: TenantTx, notes: ChangeNotes) => Promise<T>,
): Promise<T> {
  return announceAfter(caller, ({ actor, announceChange, idempotentCall }) =>
    db.$transaction(async (tx) => {
      const hint = (resource: string, id: string) => announceChange?.({ resource, id })
      async function note({ resource, id, action, label, ...rest }: NotedChange): Promise<void> {
        await appendRecordAudit(tx, actor, {
          action: `${resource}.${action}`,
          resource: { type: resource, id },
          details: { label, ...rest },
          secretFields: [],
        })
        hint(resource, id)
      }
      const answer = await change(tx, { note, hint })
      await idempotentCall?.finishInTenant(tx, answer)
      return answer
    }, PATIENCE),
  )
}
