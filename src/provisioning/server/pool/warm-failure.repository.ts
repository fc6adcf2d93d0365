import type { ClientBase } from 'pg'
import type { RunFailure } from '../run-failure.ts'

/** First wait before a set is tried again, in seconds; it doubles each time. */
const FIRST_WAIT_SECONDS = 10
const LONGEST_WAIT_SECONDS = 900

/** Sets that have failed and are not to be tried yet (platform scope). */
export async function listRestingSets(client: ClientBase, fingerprint: string): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select module_set as name from platform.warm_failures
     where fingerprint = $1 and next_try_at > clock_timestamp()`,
    [fingerprint],
  )
  return new Set(rows.map(({ name }) => name))
}

/** Writes down that a set could not be built (platform scope); each time it rests twice as long. */
export async function saveWarmFailure(
  client: ClientBase,
  { fingerprint, name, failure }: { fingerprint: string; name: string; failure: RunFailure },
): Promise<void> {
  await client.query(
    `insert into platform.warm_failures as f (fingerprint, module_set, error_code, error_message, next_try_at)
     values ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))
     on conflict (fingerprint, module_set) do update set failures = f.failures + 1, failed_at = clock_timestamp(),
       error_code = excluded.error_code, error_message = excluded.error_message,
       next_try_at = clock_timestamp() + make_interval(secs => least($6, $5 * 2 ^ least(f.failures, 20)))`,
    [fingerprint, name, failure.code, failure.message, FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS],
  )
}

/** A set that was built has nothing to wait for any more, nor has what other code failed at long ago (platform scope). */
export async function forgetWarmFailures(
  client: ClientBase,
  { fingerprint, name }: { fingerprint: string; name: string },
): Promise<void> {
  await client.query(
    `delete from platform.warm_failures where (fingerprint = $1 and module_set = $2)
       or (fingerprint <> $1 and failed_at < now() - interval '1 day')`,
    [fingerprint, name],
  )
}

/** Lets every set be tried at once (platform scope). */
export async function endWarmRests(client: ClientBase): Promise<void> {
  await client.query('update platform.warm_failures set next_try_at = clock_timestamp()')
}
