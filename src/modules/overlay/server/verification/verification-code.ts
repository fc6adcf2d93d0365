import { createHmac, hkdfSync, randomInt, timingSafeEqual } from 'node:crypto'

const DIGITS = 6

/** Six digits, each as likely as any other. */
export function createCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
}

type Placed = { authSecret: string; tenantId: string; username: string; code: string }

/** A keyed hash: a million codes are too few for a plain one. */
export function hashCode({ authSecret, tenantId, username, code }: Placed): string {
  const key = Buffer.from(hkdfSync('sha256', authSecret, '', 'berth viewer codes v1', 32))
  return createHmac('sha256', key)
    .update(JSON.stringify([tenantId, username.toLowerCase(), code]))
    .digest('hex')
}

/** Takes as long whether they are equal or not. */
export function isSameHash(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
