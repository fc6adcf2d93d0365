import { subjectOfAddress } from '#src/limits/server/address-subject.ts'
import { limitTable, type LimitName } from '#src/limits/server/limit-table.ts'
import type { CallContext } from './context.ts'

type LimitedCall = Pick<CallContext, 'limits' | 'ip' | 'identity' | 'tenant'>

/**
 * Counts a call against the limits its procedure declares. Those of an account are left to the service that
 * knows which account it is about.
 * @throws AppError RATE_LIMITED
 */
export async function takeDeclaredLimits(call: LimitedCall, names: readonly LimitName[]): Promise<void> {
  for (const name of names) {
    const subject = subjectOf(call, name)
    if (subject !== null) await call.limits.take(name, subject)
  }
}

/** Whoever makes the call, as `LimitedBy` counts them: the person, else the address. */
export function subjectOfCaller({ identity, ip }: Pick<LimitedCall, 'identity' | 'ip'>): string {
  return identity ? `person ${identity.userId}` : `address ${subjectOfAddress(ip)}`
}

function subjectOf(call: LimitedCall, name: LimitName): string | null {
  switch (limitTable[name].by) {
    case 'address':
      return subjectOfAddress(call.ip)
    case 'person':
      return subjectOfCaller(call)
    case 'tenant':
      return call.tenant?.tenantId ?? subjectOfCaller(call)
    case 'account':
      return null
  }
}
