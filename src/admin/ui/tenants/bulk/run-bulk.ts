import { MAX_BULK, type BulkResult } from '#src/admin/tenant-bulk.ts'
import type { CallError } from '#src/trpc/ui/client.ts'

/** How it went for one tenant. */
export type BulkLine = {
  tenantId: string
  subdomain: string | null
  /** `unknown`: the answer was lost. `skipped`: it was not tried. */
  outcome: 'done' | 'refused' | 'unknown' | 'skipped'
  code?: string | undefined
  message?: string | undefined
}

export type BulkRun = {
  /** Sends one part. The same key twice is the same wish. @throws what `readError` reads */
  send: (tenantIds: string[], key: string) => Promise<readonly BulkResult[]>
  readError: (thrown: unknown) => CallError
  createKey: () => string
  onProgress: (lines: readonly BulkLine[]) => void
  /** Stops before the next part; the one under way is awaited. */
  signal: AbortSignal
  /** @param ms milliseconds */
  wait: (ms: number) => Promise<void>
}

/** How often a part is sent while the server is away. */
const TRIES = 3
const PAUSE_MS = 1_000
/** The longest that a limit is waited for, in seconds. */
const MOST_PATIENCE = 60

/**
 * Does the same to any number of tenants, a part at a time, and tells of each. What one is refused stops none of the
 * others; when a part as a whole fails for good, those after it are not tried.
 */
export async function runBulk(tenantIds: readonly string[], run: BulkRun): Promise<BulkLine[]> {
  const lines: BulkLine[] = []
  for (let start = 0; start < tenantIds.length; start += MAX_BULK) {
    const part = tenantIds.slice(start, start + MAX_BULK)
    const failure = run.signal.aborted ? stopped : await sendPart(part, { lines, run })
    if (failure) {
      const unknown = failure === stopped ? [] : part
      lines.push(...unknown.map((tenantId) => lineOf(tenantId, 'unknown', failure.message)))
      const rest = tenantIds.slice(lines.length)
      lines.push(...rest.map((tenantId) => lineOf(tenantId, 'skipped', 'Not tried.')))
      break
    }
    run.onProgress([...lines])
  }
  run.onProgress([...lines])
  return lines
}

const stopped = { message: '' }

type Part = { lines: BulkLine[]; run: BulkRun }

async function sendPart(part: string[], { lines, run }: Part): Promise<CallError | undefined> {
  const key = run.createKey()
  for (let attempt = 1; ; attempt += 1) {
    try {
      lines.push(...(await run.send(part, key)).map(toLine))
      return undefined
    } catch (thrown) {
      const error = run.readError(thrown)
      const pause = pauseAfter(error, attempt)
      if (pause === undefined || run.signal.aborted) return error
      await run.wait(pause)
    }
  }
}

/** Milliseconds after which the same part may be sent again; undefined when that is no use. */
function pauseAfter({ code, details }: CallError, attempt: number): number | undefined {
  if (code === 'RATE_LIMITED') {
    const seconds = Number(details?.['retryAfterSeconds'] ?? 1)
    return Math.min(seconds, MOST_PATIENCE) * 1_000
  }
  const mayPass = code === 'DEPENDENCY_UNAVAILABLE' || code === 'IDEMPOTENCY_IN_PROGRESS'
  return mayPass && attempt < TRIES ? PAUSE_MS : undefined
}

function toLine({ tenantId, subdomain, ok, code, message }: BulkResult): BulkLine {
  return { tenantId, subdomain, outcome: ok ? 'done' : 'refused', code, message }
}

function lineOf(tenantId: string, outcome: 'unknown' | 'skipped', message: string): BulkLine {
  return { tenantId, subdomain: null, outcome, message }
}
