import { toAppError } from '#src/db/server/sqlstate.ts'
import { withLogContext } from '#src/logging/server/log-context.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import {
  MAX_WATCHED_TOPICS,
  unwatchMessage,
  WATCH_BURST,
  watchMessage,
  WATCHES_PER_SECOND,
  type RevocationReason,
  type WatchAnswer,
} from '../protocol.ts'
import { createCallBudget } from './call-budget.ts'
import type { LiveSocket } from './rooms.ts'
import { watchTopic, type WatchContext } from './watch-topic.ts'

/** Longest delay a timer can have. */
const MAX_TIMER_MS = 2_147_483_647

/** Serves one socket until it closes. Whatever it sends, the worst that happens is an answer that says no. */
export function serveSocket(context: WatchContext, socket: LiveSocket, logger: Logger): void {
  const { rooms } = context
  const { caller } = socket.data
  const budget = createCallBudget({ burst: WATCH_BURST, perSecond: WATCHES_PER_SECOND })
  const expiry = endSessionAt(context, socket, caller.expiresAt)

  async function watch(input: unknown, answer: (answer: WatchAnswer) => void): Promise<void> {
    if (!budget.take()) throw new AppError('RATE_LIMITED')
    const message = watchMessage.safeParse(input)
    if (!message.success) throw new AppError('BAD_REQUEST')
    const isNew = rooms.find(socket, message.data.topic) === undefined
    if (isNew && rooms.list(socket).length >= MAX_WATCHED_TOPICS) {
      throw new AppError('BAD_REQUEST', { message: 'This page watches too many things at once.' })
    }
    await watchTopic(context, { socket, message: message.data, answer })
  }

  // The parameters are what a client sent, whatever the types of the protocol promise.
  socket.on('watch', (input: unknown, answer: unknown) => {
    if (!isCallback(answer)) return
    const tenantId = caller.identity?.tenantId ?? caller.hostTenantId
    withLogContext({ requestId: socket.id, ...(tenantId ? { tenantId } : {}) }, () => {
      watch(input, answer).catch((error: unknown) => answer(refusalFor(error, logger)))
    })
  })
  socket.on('unwatch', (input: unknown) => {
    const message = unwatchMessage.safeParse(input)
    const watcher = message.success ? rooms.find(socket, message.data.topic) : undefined
    if (watcher) rooms.close(watcher)
  })
  socket.on('disconnect', () => {
    clearTimeout(expiry)
    for (const watcher of rooms.list(socket)) rooms.close(watcher)
  })
}

/** Takes every topic away from a socket, says why and closes it. */
export function endSession(context: WatchContext, socket: LiveSocket, reason: RevocationReason): void {
  for (const watcher of context.rooms.list(socket)) {
    context.rooms.close(watcher)
    socket.emit('revoked', { topic: watcher.topic, reason })
  }
  socket.disconnect(true)
}

function endSessionAt(
  context: WatchContext,
  socket: LiveSocket,
  expiresAt: number | undefined,
): NodeJS.Timeout | undefined {
  if (expiresAt === undefined) return undefined
  const delay = Math.min(Math.max(expiresAt - Date.now(), 0), MAX_TIMER_MS)
  return setTimeout(() => endSession(context, socket, 'session-expired'), delay).unref()
}

function isCallback(value: unknown): value is (answer: WatchAnswer) => void {
  return typeof value === 'function'
}

/** What a caller may know about a failure; what nobody expected is logged and stays here. */
export function refusalFor(error: unknown, logger: Logger): Extract<WatchAnswer, { ok: false }> {
  const known = toAppError(error)
  if (known instanceof AppError) return { ok: false, error: { code: known.code, message: known.message } }
  logger.error({ err: error }, 'A live status call failed')
  const { code, message } = new AppError('INTERNAL')
  return { ok: false, error: { code, message } }
}
