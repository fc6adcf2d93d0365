import { callActor } from '#src/tenancy/server/call-actor.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { mailAddress, mailText, outboxListInput, outboxMailDetails, outboxPage } from '../../outbox.ts'
import { adminProcedure, viewerProcedure } from '../console-procedures.ts'
import { getMailWithLinks, getOutboxMail, listOutbox, retryMail } from './outbox.service.ts'

const tags = ['Console']

/** The mails of the last 30 days, of all tenants. */
export const outboxRouter = createRouter({
  list: viewerProcedure()
    .meta({
      openapi: {
        method: 'GET',
        path: '/admin/outbox',
        tags,
        summary: 'List the mails of all tenants, the newest first',
      },
    })
    .input(outboxListInput)
    .output(outboxPage)
    .query(({ ctx, input }) => listOutbox(ctx.database.platform, input)),

  get: viewerProcedure()
    .meta({
      openapi: {
        method: 'GET',
        path: '/admin/outbox/{mailId}',
        tags,
        summary: 'Read a mail, without what its links carry',
      },
      errors: ['NOT_FOUND'],
    })
    .input(mailAddress)
    .output(outboxMailDetails)
    .query(({ ctx, input }) =>
      getOutboxMail(ctx.database.platform, input.mailId, {
        isAdmin: ctx.identity.role === 'platform_admin',
        hasMailServer: ctx.env.SMTP_URL !== undefined,
      }),
    ),

  getWithLinks: adminProcedure()
    .meta({
      openapi: {
        method: 'POST',
        path: '/admin/outbox/{mailId}/links',
        tags,
        summary: 'Read a mail with its links, where no mail server is configured',
        description:
          'Whoever has such a link can set a password or join a workspace, so this is written to the audit log.',
      },
      errors: ['NOT_FOUND', 'NOT_AVAILABLE'],
    })
    .input(mailAddress)
    .output(mailText)
    .mutation(({ ctx, input }) =>
      getMailWithLinks(ctx.database.platform, input.mailId, {
        actor: callActor(ctx),
        hasMailServer: ctx.env.SMTP_URL !== undefined,
      }),
    ),

  retry: adminProcedure()
    .meta({
      openapi: {
        method: 'POST',
        path: '/admin/outbox/{mailId}/retry',
        tags,
        summary: 'Send a failed mail again',
        description:
          'Mails with links that let somebody in lose them when they fail. Those are asked for anew instead.',
      },
      successStatus: 202,
      errors: ['NOT_FOUND', 'MAIL_NOT_RETRYABLE'],
    })
    .input(mailAddress)
    .output(mailAddress)
    .mutation(({ ctx, input }) => retryMail(ctx.database.platform, input.mailId, callActor(ctx))),
})
