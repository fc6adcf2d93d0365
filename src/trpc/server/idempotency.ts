import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  claimIdempotencyKey,
  deleteIdempotencyKey,
  finishIdempotentRequest,
  updateIdempotentAnswer,
  type ClaimedRequest,
  type IdempotentRequest,
  type StoredAnswer,
} from '#src/db/server/idempotency.repository.ts'
import type { PlatformTx, TenantTx } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from './context.ts'

/** A request whose answer somebody may ask for again. */
export type IdempotentCall = {
  /** Stores the answer as part of the tenant transaction that does the work: both happen, or neither. */
  finishInTenant: (tx: TenantTx, answer: unknown) => Promise<void>
  /** The same for a transaction of the control plane. */
  finishInPlatform: (tx: PlatformTx, answer: unknown) => Promise<void>
}

export type Answered = { kind: 'answered'; data: unknown }
export type Claimed = {
  kind: 'claimed'
  call: IdempotentCall
  /** stores the answer unless the work's own transaction has done so */
  finish: (answer: unknown) => Promise<void>
  /** makes the key free again, after a failure */
  release: () => Promise<void>
}

/** How long a second request waits for the answer of the first, in milliseconds. */
const PATIENCE_MS = 10_000
const POLL_MS = 50
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Claims the idempotency key of a call, or finds the answer it was given before. A second request that comes
 * while the first is worked on waits for its answer.
 * @param rawInput the input as it was sent
 * @throws AppError IDEMPOTENCY_MISMATCH, IDEMPOTENCY_IN_PROGRESS
 */
export async function claimIdempotentCall(
  ctx: CallContext & { idempotencyKey: string },
  { operation, rawInput }: { operation: string; rawInput: unknown },
): Promise<Answered | Claimed> {
  const { platform } = ctx.database
  const secret = Buffer.from(hkdfSync('sha256', ctx.authSecret, '', 'berth idempotency v1', 32))
  const caller = [ctx.identity?.userId, ctx.watchToken, ctx.hostTenant?.tenantId]
  const request: IdempotentRequest = {
    tenantId: ctx.tenant?.tenantId ?? null,
    operation,
    key: ctx.idempotencyKey,
    requestHash: createHmac('sha256', secret)
      .update(JSON.stringify([caller, rawInput]))
      .digest('hex'),
  }
  const claim = await claimPatiently(() => claimIdempotencyKey(platform, request))
  if (claim.kind === 'answered') {
    ctx.response.status = claim.status
    return { kind: 'answered', data: decrypt(secret, claim.answer) }
  }
  return claimedCall(ctx, { id: claim.id, secret })
}

function claimedCall(ctx: CallContext, { id, secret }: { id: string; secret: Buffer }): Claimed {
  const { platform } = ctx.database
  let isStored = false
  function storable(answer: unknown): StoredAnswer & { id: string } {
    return { id, status: ctx.response.status ?? 200, answer: encrypt(secret, answer) }
  }
  return {
    kind: 'claimed',
    call: {
      finishInTenant: async (tx, answer) => {
        await finishIdempotentRequest(tx, storable(answer))
        isStored = true
      },
      finishInPlatform: async (tx, answer) => {
        await updateIdempotentAnswer(tx, storable(answer))
        isStored = true
      },
    },
    finish: async (answer) => {
      if (!isStored) await updateIdempotentAnswer(platform, storable(answer))
    },
    release: () => deleteIdempotencyKey(platform, id),
  }
}

async function claimPatiently(claim: () => Promise<ClaimedRequest>): Promise<ClaimedRequest> {
  const giveUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await claim()
    } catch (error) {
      const isWorth = error instanceof AppError && error.code === 'IDEMPOTENCY_IN_PROGRESS'
      if (!isWorth || performance.now() > giveUpAt) throw error
      await sleep(POLL_MS)
    }
  }
}

/** Answers may carry tokens: they lie in the table under a key that only this installation has. */
function encrypt(secret: Buffer, answer: unknown): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, secret, nonce)
  const body = Buffer.concat([cipher.update(JSON.stringify(answer ?? null), 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]))
}

function decrypt(secret: Buffer, stored: Uint8Array): unknown {
  const bytes = Buffer.from(stored)
  const decipher = createDecipheriv(CIPHER, secret, bytes.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const body = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  return JSON.parse(body.toString('utf8'))
}
