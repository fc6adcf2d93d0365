import { createTRPCClient, httpBatchLink, httpLink, splitLink, TRPCClientError } from '@trpc/client'
import { LIVE_SOCKET_HEADER } from '#src/realtime/live-socket-header.ts'
import { liveSocketId } from '#src/realtime/ui/live-client.ts'
import type { AppRouter } from '#src/server/root-router.ts'
import { errorCatalogue, type ErrorBody } from '#src/shared/errors/catalogue.ts'

export type ApiClient = ReturnType<typeof createApiClient>

/**
 * The typed client of the browser. Calls go to the host the page came from, so the tenant is the host's.
 * Pass `context: { idempotencyKey }` with a mutation that must happen once even when it is sent twice, and
 * `context: { watchToken }` with what a visitor asks of a run: in an address it would stand in logs.
 */
export function createApiClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        // A change travels alone: its idempotency key stands for it and nothing else.
        condition: ({ type }) => type === 'mutation',
        true: httpLink({ url: '/api/trpc', headers: ({ op }) => ({ ...headersOf([op]), ...liveSocket() }) }),
        false: httpBatchLink({ url: '/api/trpc', maxItems: 10, headers: ({ opList }) => headersOf(opList) }),
      }),
    ],
  })
}

/** The page renews what it shows after its own changes; it need not be told of them. */
function liveSocket(): Record<string, string> {
  const id = liveSocketId()
  return id === undefined ? {} : { [LIVE_SOCKET_HEADER]: id }
}

type Operation = { context: Record<string, unknown> }

function headersOf(operations: readonly Operation[]): Record<string, string> {
  return {
    ...headerFrom(operations, { key: 'idempotencyKey', header: 'idempotency-key' }),
    ...headerFrom(operations, { key: 'watchToken', header: 'x-watch-token' }),
  }
}

function headerFrom(operations: readonly Operation[], { key, header }: { key: string; header: string }) {
  const value = operations.map(({ context }) => context[key]).find((found) => typeof found === 'string')
  return typeof value === 'string' ? { [header]: value } : {}
}

export type CallError = ErrorBody['error']

/** The catalogue's error inside whatever a call threw; a lost connection counts as an unavailable dependency. */
export function callErrorOf(thrown: unknown): CallError {
  if (thrown instanceof TRPCClientError) {
    const data = thrown.data as { error?: CallError } | null | undefined
    if (data?.error) return data.error
  }
  const { message } = errorCatalogue.DEPENDENCY_UNAVAILABLE
  return { code: 'DEPENDENCY_UNAVAILABLE', message, requestId: '' }
}
