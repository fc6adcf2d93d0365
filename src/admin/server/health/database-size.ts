import { setTimeout as sleep } from 'node:timers/promises'

/** How long a size is good, in ms: PostgreSQL asks the disk about each file, which takes seconds with thousands of tenants. */
const GOOD_FOR_MS = 600_000
const RETRY_MS = 60_000
/** How long anybody waits for the first size, in ms. */
const PATIENCE_MS = 500

type Remembered = { bytes: number | null; askAgainAt: number; asking: Promise<void> }

const sizes = new WeakMap<object, Remembered>()

/**
 * The size of a database, as it was found at most ten minutes ago. @param database whatever stands for it
 * @returns null as long as nobody knows
 */
export async function getDatabaseSize(
  database: object,
  ask: () => Promise<number>,
  patienceMs = PATIENCE_MS,
): Promise<number | null> {
  const known = sizes.get(database) ?? { bytes: null, askAgainAt: 0, asking: Promise.resolve() }
  sizes.set(database, known)
  if (Date.now() >= known.askAgainAt) {
    known.askAgainAt = Date.now() + GOOD_FOR_MS
    known.asking = ask().then(
      (bytes) => void (known.bytes = bytes),
      () => void (known.askAgainAt = Date.now() + RETRY_MS),
    )
  }
  if (known.bytes === null) await Promise.race([known.asking, sleep(patienceMs)])
  return known.bytes
}
