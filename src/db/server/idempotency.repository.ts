import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import type { PlatformDb, PlatformTx, TenantTx } from './database.ts'

/** A request that must take effect once, however often it is sent. */
export type IdempotentRequest = {
  /** null for what belongs to no tenant */
  tenantId: string | null
  /** path of the procedure */
  operation: string
  key: string
  /** keyed hash of caller and input: the stored row betrays nothing about either */
  requestHash: string
}

/** An answer as it is kept: its HTTP status, and its encrypted body. */
export type StoredAnswer = { status: number; answer: Uint8Array<ArrayBuffer> }

export type ClaimedRequest = { kind: 'claimed'; id: string } | ({ kind: 'answered' } & StoredAnswer)

const LIFETIME_HOURS = 24
/** Far beyond any transaction of a call: whoever holds a claim longer is dead. */
const LOCK_SECONDS = 60

/**
 * Claims the key for this call. A key that has expired, or whose holder died before it answered, is free again.
 * @returns the claim's id, or the answer when the request was sent before
 * @throws AppError IDEMPOTENCY_MISMATCH when the key came with another request before,
 *   IDEMPOTENCY_IN_PROGRESS while the first one is being worked on
 */
export async function claimIdempotencyKey(
  db: PlatformDb,
  request: IdempotentRequest,
): Promise<ClaimedRequest> {
  const { tenantId, operation, key, requestHash } = request
  const id = newId()
  const claimed = await db.$executeRaw`
    insert into idempotency_keys as held (id, tenant_id, operation, key, request_hash, expires_at, locked_until)
    values (${id}::uuid, ${tenantId}::uuid, ${operation}, ${key}, ${requestHash},
            now() + make_interval(hours => ${LIFETIME_HOURS}::int),
            now() + make_interval(secs => ${LOCK_SECONDS}::int))
    on conflict on constraint idempotency_keys_scope_key do update set
      id = excluded.id, request_hash = excluded.request_hash, status = null, answer = null,
      created_at = now(), expires_at = excluded.expires_at, locked_until = excluded.locked_until
    where held.expires_at < now()
      or (held.answer is null and held.locked_until < now() and held.request_hash = excluded.request_hash)`
  if (claimed === 1) return { kind: 'claimed', id }
  const stored = await db.idempotencyKey.findFirst({ where: { tenantId, operation, key } })
  if (!stored) throw new AppError('IDEMPOTENCY_IN_PROGRESS')
  if (stored.requestHash !== requestHash) throw new AppError('IDEMPOTENCY_MISMATCH')
  if (stored.answer === null) throw new AppError('IDEMPOTENCY_IN_PROGRESS')
  return { kind: 'answered', status: stored.status ?? 200, answer: stored.answer }
}

/** Stores the answer for whoever sends the same request again. */
export async function updateIdempotentAnswer(
  db: PlatformTx,
  { id, status, answer }: StoredAnswer & { id: string },
): Promise<void> {
  const { count } = await db.idempotencyKey.updateMany({
    where: { id, answer: null },
    data: { status, answer },
  })
  // Somebody else took the claim over: what this transaction has done must not count as well.
  if (count === 0) throw new AppError('CONFLICT')
}

/** The same as part of a transaction of the tenant's own role. */
export async function finishIdempotentRequest(
  tx: TenantTx,
  { id, status, answer }: StoredAnswer & { id: string },
): Promise<void> {
  await tx.$executeRaw`select tenant_gateway.finish_idempotent(${id}::uuid, ${status}::int, ${answer}::bytea)`
}

/** Gives a claim back, after the request was refused or failed. */
export async function deleteIdempotencyKey(db: PlatformDb, id: string): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: { id, answer: null } })
}
