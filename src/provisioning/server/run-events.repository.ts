import type { ClientBase } from 'pg'
import type { RunEvent, RunEventType } from '../run.ts'

/** An event before it has a number. */
export type NewRunEvent = { type: RunEventType; step?: string; payload?: RunEvent['payload'] }

/** The run as one attempt sees it; events of an attempt that was overtaken are refused. */
export type RunAttempt = { runId: string; attempt: number }

/** Raised when a run went on to another attempt, or was ended, behind the back of the one that writes. */
export class RunSupersededError extends Error {
  constructor({ runId, attempt }: RunAttempt) {
    super(`Attempt ${attempt} of run ${runId} has been superseded.`)
    this.name = 'RunSupersededError'
  }
}

/**
 * Stores and announces events in the order given, in the transaction of `client` (platform scope).
 * @returns the number of the last one
 * @throws RunSupersededError when this attempt is not the current one
 */
export async function appendRunEvents(
  client: ClientBase,
  { runId, attempt }: RunAttempt,
  events: readonly NewRunEvent[],
): Promise<number> {
  const { rows } = await client.query<{ seq: number | null }>(
    `select platform.append_run_event($1, $2, e ->> 'type', e ->> 'step', e -> 'payload') as seq
     from jsonb_array_elements($3::jsonb) as e`,
    [
      runId,
      attempt,
      JSON.stringify(
        events.map(({ type, step, payload }) => ({ type, step: step ?? null, payload: payload ?? {} })),
      ),
    ],
  )
  const seq = rows.at(-1)?.seq
  if (typeof seq !== 'number') throw new RunSupersededError({ runId, attempt })
  return seq
}
