import { createHmac } from 'node:crypto'
import type { PlatformTx } from './database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'

/** A request that must take effect once, however often it is sent. */
export type IdempotentRequest = {
  /** null for visitors */
  tenantId: string | null
  operation: string
  key: string
  /** HMAC of the input: the stored row betrays nothing about it */
  requestHash: string
}

const LIFETIME_HOURS = 24

/** A fingerprint of the input that only this installation can compute. */
export function hashRequest(secret: string, input: unknown): string {
  return createHmac('sha256', secret).update(JSON.stringify(input)).digest('hex')
}

/**
 * Claims the key inside the transaction that does the work. A second request with the same key waits here
 * until the first has committed, and then gets its answer.
 * @returns the stored answer, or undefined for the request that is the first
 * @throws AppError IDEMPOTENCY_MISMATCH when the key came with another input before
 */
export async function claimIdempotencyKey(tx: PlatformTx, request: IdempotentRequest): Promise<unknown> {
  const { tenantId, operation, key, requestHash } = request
  await tx.$executeRaw`
    delete from platform.idempotency_keys
    where tenant_id is not distinct from ${tenantId}::uuid and operation = ${operation} and key = ${key}
      and expires_at < now()`
  const inserted = await tx.$executeRaw`
    insert into platform.idempotency_keys (id, tenant_id, operation, key, request_hash, expires_at)
    values (${newId()}::uuid, ${tenantId}::uuid, ${operation}, ${key}, ${requestHash},
            now() + make_interval(hours => ${LIFETIME_HOURS}::int))
    on conflict on constraint idempotency_keys_scope_key do nothing`
  if (inserted === 1) return undefined
  const stored = await tx.idempotencyKey.findFirst({ where: { tenantId, operation, key } })
  if (stored?.requestHash !== requestHash) throw new AppError('IDEMPOTENCY_MISMATCH')
  return stored.response
}

/** Stores the answer for whoever sends the same request again. */
export async function saveIdempotentAnswer(
  tx: PlatformTx,
  { tenantId, operation, key }: IdempotentRequest,
  answer: Record<string, string>,
): Promise<void> {
  await tx.idempotencyKey.updateMany({ where: { tenantId, operation, key }, data: { response: answer } })
}
