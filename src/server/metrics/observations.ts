import { errorCatalogue, isErrorCode } from '#src/shared/errors/catalogue.ts'
import { Counter, Histogram, type Registry } from 'prom-client'

/** What a request was for, as far as the numbers tell it: never a path, a host or a tenant. */
export type RouteKind = 'page' | 'asset' | 'trpc' | 'rest' | 'auth' | 'operations'

/** One procedure that was called. `code` is OK or one of the catalogue. */
export type Call = { transport: 'trpc' | 'rest'; procedure: string; code: string; ms: number }

export type Observations = {
  noteRequest: (request: { kind: RouteKind; method: string; status: number; ms: number }) => void
  noteCall: (call: Call) => void
  /** @param way `password` or `ticket` in a browser, `api` for programs */
  noteSignIn: (way: string, outcome: 'succeeded' | 'refused' | 'limited' | 'failed') => void
}

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What is counted as it happens, in this process. */
export function createObservations(registry: Registry): Observations {
  const registers = [registry]
  const requests = new Histogram({
    name: 'berth_http_request_duration_seconds',
    help: 'Time to the end of the answer, by what was asked for.',
    labelNames: ['kind', 'method', 'status'],
    buckets: SECONDS,
    registers,
  })
  const calls = new Histogram({
    name: 'berth_call_duration_seconds',
    help: 'Time a procedure took, by procedure and the code it ended with.',
    labelNames: ['transport', 'procedure', 'code'],
    buckets: SECONDS,
    registers,
  })
  const signIns = new Counter({
    name: 'berth_sign_ins_total',
    help: 'Attempts to sign in, by way and outcome.',
    labelNames: ['way', 'outcome'],
    registers,
  })
  return {
    noteRequest: ({ kind, method, status, ms }) => requests.observe({ kind, method, status }, ms / 1000),
    noteCall: ({ transport, procedure, code, ms }) => {
      calls.observe({ transport, procedure, code }, ms / 1000)
      if (procedure === 'auth.login') signIns.inc({ way: 'api', outcome: outcomeOf(statusOf(code)) })
    },
    noteSignIn: (way, outcome) => signIns.inc({ way, outcome }),
  }
}

function statusOf(code: string): number {
  return isErrorCode(code) ? errorCatalogue[code].status : 200
}

/** How a sign-in ended, by the status of its answer. */
export function outcomeOf(status: number): Parameters<Observations['noteSignIn']>[1] {
  if (status === 429) return 'limited'
  if (status >= 500) return 'failed'
  return status >= 400 ? 'refused' : 'succeeded'
}
