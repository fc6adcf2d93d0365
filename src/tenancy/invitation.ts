import { z } from 'zod'
import { tenantRoles } from '#src/auth/identity.ts'
import { passwordInput } from '#src/auth/password-policy.ts'
import { pageInput, pageOutput } from '#src/shared/pagination.ts'
import { fullNameInput, peopleSearch, roleInput } from './member.ts'
import { textLine } from './tenant.ts'

/** Days an invitation can be accepted. */
export const INVITATION_DAYS = 7

/** An address mail can be sent to, in the form it is stored and compared in. */
export const emailInput = z
  .string('Enter an e-mail address.')
  .trim()
  .toLowerCase()
  .max(254, 'At most 254 characters.')
  .pipe(z.email('Enter an e-mail address, such as you@example.com.'))

export const createInvitationInput = z.object({
  email: emailInput,
  role: roleInput,
  fullName: textLine({ min: 0, max: 120, missing: '' })
    .optional()
    .describe('Suggested to the person, who may change it'),
})
export type CreateInvitation = z.infer<typeof createInvitationInput>

export const listInvitationsInput = pageInput.extend({ q: peopleSearch }).prefault({})
export type ListInvitations = z.infer<typeof listInvitationsInput>

export const invitationOutput = z.object({
  id: z.uuid(),
  email: z.string(),
  fullName: z.string().nullable(),
  role: z.enum(tenantRoles),
  invitedBy: z.object({ id: z.uuid(), fullName: z.string() }),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  isExpired: z.boolean(),
})
export type Invitation = z.infer<typeof invitationOutput>

export const invitationPage = pageOutput(invitationOutput)
export const invitationAddress = z.object({ id: z.uuid('This is not an id.') })

export const invitationToken = z
  .string('This link is not complete.')
  .max(200, 'This link is not complete.')
  .describe('From the link in the mail')

export const previewInput = z.object({ token: invitationToken })
export const previewOutput = z.object({
  businessName: z.string(),
  email: z.string(),
  fullName: z.string().nullable(),
  role: z.enum(tenantRoles),
  inviterName: z.string(),
  expiresAt: z.iso.datetime(),
})
export type InvitationPreview = z.infer<typeof previewOutput>

export const acceptInput = z.object({
  token: invitationToken,
  fullName: fullNameInput,
  password: passwordInput,
})
export type AcceptInvitation = z.infer<typeof acceptInput>
