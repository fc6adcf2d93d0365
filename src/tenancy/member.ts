import { z } from 'zod'
import { tenantRoles } from '#src/auth/identity.ts'
import { pageInput, pageOutput } from '#src/shared/pagination.ts'
import { textLine } from './tenant.ts'

export const roleInput = z.enum(tenantRoles, 'Choose one of the roles.')
export const fullNameInput = textLine({ min: 1, max: 120, missing: 'Enter the full name.' })
/** Words to look for in a list of people. */
export const peopleSearch = textLine({ min: 0, max: 200, missing: '' }).optional()

/** `inactive` people keep their place in the team and cannot sign in. */
export const memberStates = ['active', 'inactive'] as const
export type MemberState = (typeof memberStates)[number]

const memberSorts = ['fullName', 'email', 'lastSignInAt', 'createdAt'] as const

export const listMembersInput = pageInput
  .extend({
    q: peopleSearch,
    role: roleInput.optional(),
    state: z.enum(memberStates, 'Choose active or inactive.').optional(),
    sortBy: z.enum(memberSorts, 'This list cannot be sorted by that.').default('fullName'),
  })
  .prefault({})
export type ListMembers = z.infer<typeof listMembersInput>

export const memberOutput = z.object({
  id: z.uuid(),
  email: z.string(),
  fullName: z.string(),
  role: z.enum(tenantRoles),
  isActive: z.boolean().describe('false when the person cannot sign in for now'),
  lastSignInAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Member = z.infer<typeof memberOutput>

export const memberPage = pageOutput(memberOutput)

export const memberAddress = z.object({ id: z.uuid('This is not an id.') })

/** The version of a record that the caller has seen. */
export const seenVersion = z.iso
  .datetime({ offset: true, error: 'Send the time exactly as it was answered.' })
  .optional()
  .describe('The call fails with CONFLICT when the record was changed after this time')

export const updateMemberInput = memberAddress.extend({
  fullName: fullNameInput.optional(),
  role: roleInput.optional(),
  isActive: z.boolean('Send true or false.').optional(),
  updatedAt: seenVersion,
})
export type UpdateMember = z.infer<typeof updateMemberInput>
