import { z } from 'zod'
import { mailStates, mailTemplates } from '#src/mail/mail.ts'
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, pageOutput } from '#src/shared/pagination.ts'
import { peopleSearch } from '#src/tenancy/member.ts'

export const outboxListInput = z
  .object({
    q: peopleSearch.describe('Part of the address or of the subject'),
    state: z.enum(mailStates, 'There is no such state.').optional(),
    template: z.enum(mailTemplates, 'There is no such kind of mail.').optional(),
    tenantId: z
      .uuid('This is not an id.')
      .optional()
      .describe('Whose mails; the nil UUID for those to people of the platform'),
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
  })
  .prefault({})
export type OutboxListInput = z.infer<typeof outboxListInput>

export const outboxMail = z.object({
  id: z.uuid(),
  tenant: z
    .object({ id: z.uuid(), subdomain: z.string(), businessName: z.string() })
    .nullable()
    .describe('null for mails to people of the platform'),
  template: z.string(),
  to: z.string(),
  subject: z.string(),
  state: z
    .enum(mailStates)
    .describe('`kept` mails were written while no mail server was configured, and are never sent'),
  attempts: z.int(),
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
})
export type OutboxMail = z.infer<typeof outboxMail>

export const outboxPage = pageOutput(outboxMail)

export const mailAddress = z.object({ mailId: z.uuid('This is not an id.') })

export const mailText = z.object({
  text: z.string(),
  html: z.string().describe('The twin that mail programs show; it holds no scripts and loads nothing'),
})

export const outboxMailDetails = outboxMail.extend(mailText.shape).extend({
  hidesLinks: z.boolean().describe('Links in it carry tokens, which are left out here'),
  canShowLinks: z.boolean().describe('The caller may see them, where no mail server is configured'),
  canRetry: z.boolean().describe('It has failed, and can be sent again as it is'),
})
export type OutboxMailDetails = z.infer<typeof outboxMailDetails>
