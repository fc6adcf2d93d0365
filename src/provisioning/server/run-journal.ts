import type { Pool } from 'pg'
import { openStatement } from '#src/db/server/connection-scope.ts'
import { platformScope } from '#src/db/server/tenant-scope.ts'
import { rollBack } from '#src/db/server/transaction.ts'
import { appendRunEvents, type NewRunEvent, type RunAttempt } from './run-events.repository.ts'

/** Writes a run's events while the tenant's transaction is still open, on a connection of its own. */
export type RunJournal = {
  /** Queues an event; it is written at once unless another one is being written. Never waits. */
  append: (event: NewRunEvent) => void
  /** Waits until everything queued is stored. @throws the first error that writing met */
  drain: () => Promise<void>
}

/**
 * Opens the journal of one attempt. Events that pile up while one is written go out together, so a slow disk
 * costs order nothing and the run next to nothing.
 *
 * The commits need not reach the disk one by one: the tenant's own commit, or the one that records the
 * failure, takes them along; a crash of the server before that loses the run's transaction just as well.
 */
export function openRunJournal(pool: Pool, attempt: RunAttempt): RunJournal {
  let waiting: NewRunEvent[] = []
  let writing: Promise<void> | undefined
  let failure: Error | undefined

  async function write(): Promise<void> {
    while (waiting.length > 0 && !failure) {
      const batch = waiting
      waiting = []
      const client = await pool.connect()
      let broken = false
      try {
        // Sent together: should the opening fail, the events are refused, since only that role may write them.
        await Promise.all([
          client.query(`${openStatement(platformScope())}; set local synchronous_commit to off`),
          appendRunEvents(client, attempt, batch),
          client.query('commit'),
        ])
      } catch (error) {
        broken = await rollBack(client)
        throw error
      } finally {
        client.release(broken)
      }
    }
  }

  function append(event: NewRunEvent): void {
    waiting.push(event)
    writing ??= write()
      .catch((error: unknown) => {
        failure ??= error instanceof Error ? error : new Error(String(error))
      })
      .finally(() => {
        writing = undefined
      })
  }

  async function drain(): Promise<void> {
    while (writing) await writing
    if (failure) throw failure
  }

  return { append, drain }
}
