import { callerOf } from '#src/resources/server/record-caller.ts'
import { tenantProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import {
  checkCodeInput,
  endedSessions,
  newCode,
  newCodeInput,
  openedSession,
  sessionInput,
  sessionsOfViewer,
  viewerSession,
} from '../../verification.ts'
import {
  checkViewerCode,
  createViewerCode,
  endViewerSessions,
  getViewerSession,
} from './verification.service.ts'

const within = { module: 'overlay' }
const tags = ['Stream overlay']
const post = 'POST' as const

/** How a viewer of the chat proves who they are, for programs that talk to them. */
export const verificationRouter = createRouter({
  createCode: tenantProcedure('viewer-sessions:create', within)
    .meta({
      openapi: { method: post, path: '/viewer-codes', tags, summary: 'Make a code for a user name' },
      successStatus: 201,
      errors: ['RATE_LIMITED'],
    })
    .input(newCodeInput)
    .output(newCode)
    .mutation(({ ctx, input }) => {
      const { database, authSecret } = ctx
      return createViewerCode(database.tenant, { caller: callerOf(ctx), authSecret }, input.username)
    }),

  checkCode: tenantProcedure('viewer-sessions:create', within)
    .meta({
      openapi: { method: post, path: '/viewer-codes/check', tags, summary: 'Use a code up for a session' },
      successStatus: 201,
    })
    .input(checkCodeInput)
    .output(openedSession)
    .mutation(({ ctx, input }) => {
      const { database, authSecret } = ctx
      return checkViewerCode(database.tenant, { caller: callerOf(ctx), authSecret }, input)
    }),

  // A mutation though it changes nothing: what is asked for has no place in an address.
  getSession: tenantProcedure('viewer-sessions:create', within)
    .meta({
      openapi: { method: post, path: '/viewer-sessions/check', tags, summary: 'Ask whose session it is' },
      errors: ['NOT_FOUND'],
    })
    .input(sessionInput)
    .output(viewerSession)
    .mutation(({ ctx, input }) => getViewerSession(ctx.database.tenant, input.sessionToken)),

  endSessions: tenantProcedure('viewer-sessions:create', within)
    .meta({
      openapi: { method: post, path: '/viewer-sessions/end', tags, summary: 'End all sessions of a viewer' },
      errors: ['NOT_FOUND'],
    })
    .input(sessionsOfViewer)
    .output(endedSessions)
    .mutation(({ ctx, input }) => endViewerSessions(ctx.database.tenant, callerOf(ctx), input.viewerId)),
})
