import { z } from 'zod'
import { AppError } from '#src/shared/errors/app-error.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { listMembersInput, memberAddress, memberOutput, memberPage, updateMemberInput } from '../member.ts'
import { getMember, leaveTeam, listMembers, removeMember, updateMember } from './member.service.ts'
import { teamCallerOf } from './team-caller.ts'
import { signedInProcedure, tenantProcedure } from './tenant-procedure.ts'

const tags = ['Team']
const removed = z.object({ id: z.uuid() })

/** The people of a workspace. */
export const membersRouter = createRouter({
  list: tenantProcedure('members:list')
    .meta({ openapi: { method: 'GET', path: '/tenants/me/admins', tags, summary: 'List the team' } })
    .input(listMembersInput)
    .output(memberPage)
    .query(({ ctx, input }) => listMembers(ctx.database.member, input)),

  get: tenantProcedure('members:list')
    .meta({
      openapi: {
        method: 'GET',
        path: '/tenants/me/admins/{id}',
        tags,
        summary: 'Get one person of the team',
      },
      errors: ['NOT_FOUND'],
    })
    .input(memberAddress)
    .output(memberOutput)
    .query(({ ctx, input }) => getMember(ctx.database.member, input)),

  update: tenantProcedure('members:update')
    .meta({
      openapi: {
        method: 'PATCH',
        path: '/tenants/me/admins/{id}',
        tags,
        summary: 'Change role or name, switch off or on',
      },
      errors: ['NOT_FOUND', 'CONFLICT', 'ROLE_TOO_HIGH', 'LAST_OWNER', 'PLAN_LIMIT_REACHED'],
    })
    .input(updateMemberInput)
    .output(memberOutput)
    .mutation(({ ctx, input }) => updateMember(ctx.database.member, teamCallerOf(ctx), input)),

  remove: tenantProcedure('members:delete')
    .meta({
      openapi: {
        method: 'DELETE',
        path: '/tenants/me/admins/{id}',
        tags,
        summary: 'Take somebody out of the team',
      },
      errors: ['NOT_FOUND', 'ROLE_TOO_HIGH', 'LAST_OWNER'],
    })
    .input(memberAddress)
    .output(removed)
    .mutation(({ ctx, input }) => removeMember(ctx.database.member, teamCallerOf(ctx), input)),

  leave: signedInProcedure()
    .meta({
      openapi: { method: 'POST', path: '/tenants/me/leave', tags, summary: 'Leave the team for good' },
      errors: ['LAST_OWNER'],
    })
    .input(z.strictObject({}).optional())
    .output(removed)
    .mutation(({ ctx }) => {
      // A program that was given a token must not end its person's account.
      if (ctx.identity.credential === 'token') throw new AppError('FORBIDDEN')
      return leaveTeam(ctx.database.member, teamCallerOf(ctx))
    }),
})
