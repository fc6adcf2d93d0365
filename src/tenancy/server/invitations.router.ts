import { z } from 'zod'
import { createRouter, publicProcedure } from '#src/trpc/server/init.ts'
import {
  acceptInput,
  createInvitationInput,
  invitationAddress,
  invitationOutput,
  invitationPage,
  listInvitationsInput,
  previewInput,
  previewOutput,
} from '../invitation.ts'
import { acceptInvitation, acceptForBrowser, previewInvitation } from './accept-invitation.service.ts'
import {
  createInvitation,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from './invitation.service.ts'
import { teamCallerOf } from './team-caller.ts'
import { tenantProcedure, type TenantCall } from './tenant-procedure.ts'

const tags = ['Team']

/** Ways into the team of a workspace. */
export const invitationsRouter = createRouter({
  list: tenantProcedure('invitations:list')
    .meta({
      openapi: { method: 'GET', path: '/tenants/me/invitations', tags, summary: 'List open invitations' },
    })
    .input(listInvitationsInput)
    .output(invitationPage)
    .query(({ ctx, input }) => listInvitations(ctx.database.member, input)),

  create: tenantProcedure('invitations:create')
    .meta({
      limits: ['invite'],
      openapi: {
        method: 'POST',
        path: '/tenants/me/invitations',
        tags,
        summary: 'Invite somebody by mail',
        description: 'Inviting the same address again sends a new link and ends the old one.',
      },
      successStatus: 201,
      errors: ['ROLE_TOO_HIGH', 'ALREADY_EXISTS', 'PLAN_LIMIT_REACHED'],
    })
    .input(createInvitationInput)
    .output(invitationOutput)
    .mutation(({ ctx, input }) => createInvitation(ctx.database.member, inviterOf(ctx), input)),

  resend: tenantProcedure('invitations:create')
    .meta({
      limits: ['invite'],
      openapi: {
        method: 'POST',
        path: '/tenants/me/invitations/{id}/resend',
        tags,
        summary: 'Send an invitation again, with a new link',
      },
      errors: ['NOT_FOUND', 'ROLE_TOO_HIGH', 'ALREADY_EXISTS'],
    })
    .input(invitationAddress)
    .output(invitationOutput)
    .mutation(({ ctx, input }) => resendInvitation(ctx.database.member, inviterOf(ctx), input)),

  revoke: tenantProcedure('invitations:delete')
    .meta({
      openapi: {
        method: 'DELETE',
        path: '/tenants/me/invitations/{id}',
        tags,
        summary: 'Take an invitation back',
      },
      errors: ['NOT_FOUND', 'ROLE_TOO_HIGH'],
    })
    .input(invitationAddress)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => withdrawInvitation(ctx.database.member, teamCallerOf(ctx), input)),

  // A mutation, so that the token travels in the body: addresses end in logs and histories.
  preview: publicProcedure('Whoever was invited has no account yet; the token is the proof.')
    .meta({
      openapi: {
        method: 'POST',
        path: '/auth/invitation',
        tags,
        summary: 'What an invitation offers',
        protect: false,
      },
      errors: ['TOKEN_INVALID', 'TENANT_SUSPENDED', 'TENANT_NOT_READY'],
    })
    .input(previewInput)
    .output(previewOutput)
    .mutation(({ ctx, input }) => previewInvitation(ctx, input)),

  accept: publicProcedure('The same as auth.register for a browser, which then signs in with the ticket.')
    .meta({ limits: ['register'] })
    .input(acceptInput)
    .output(z.object({ ticket: z.string() }))
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input, acceptForBrowser())),
})

function inviterOf(call: TenantCall) {
  const { subdomain, businessName } = call.tenant
  return { ...teamCallerOf(call), letter: { businessName, workspaceUrl: call.workspaceUrl(subdomain) } }
}
