import type { Role } from '#src/auth/identity.ts'

const leads: readonly Role[] = ['owner', 'admin', 'manager']

/** True for those who may decide what a rule of the house does not allow, and give money back. */
export function isLead(role: Role): boolean {
  return leads.includes(role)
}
