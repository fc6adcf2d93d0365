import { createHmac, type KeyObject } from 'node:crypto'

const MARK_LENGTH = 12

/**
 * Stands for an unknown account in the audit log: repeated tries can be recognised without writing down what
 * was typed, which may be somebody's password in the wrong field. Keyed, so that readers of the log cannot
 * search for what it was.
 */
export function markAccount(
  auditKey: KeyObject,
  { tenantId, email }: { tenantId: string | null; email: string },
): string {
  return createHmac('sha256', auditKey)
    .update(`${tenantId ?? ''}\n${email}`)
    .digest('hex')
    .slice(0, MARK_LENGTH)
}
