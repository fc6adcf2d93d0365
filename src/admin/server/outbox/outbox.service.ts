import { appendAudit, type AuditActor } from '#src/audit/server/append-audit.repository.ts'
import { PLATFORM_CHAIN } from '#src/audit/chain-proof.ts'
import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import type { MailState } from '#src/mail/mail.ts'
import { htmlBodyOf } from '#src/mail/server/html-body.ts'
import {
  findMail,
  listMails,
  requeueFailedMail,
  type ListedMail,
} from '#src/mail/server/mail-list.repository.ts'
import { hasLostTokens, withoutTokens } from '#src/mail/server/without-tokens.ts'
import type { Page } from '#src/shared/pagination.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { OutboxListInput, OutboxMail, OutboxMailDetails } from '../../outbox.ts'
import { listTenantNames, type TenantName } from '../tenants/tenant-names.repository.ts'

/** Who looks, and whether this installation sends mails at all. */
export type OutboxReader = { isAdmin: boolean; hasMailServer: boolean }
type StoredMail = NonNullable<Awaited<ReturnType<typeof findMail>>>

/** One page of the outbox, with the names of the tenants. */
export async function listOutbox(
  db: PlatformDb,
  { page, limit, tenantId, ...filters }: OutboxListInput,
): Promise<Page<OutboxMail>> {
  const owner = tenantId === PLATFORM_CHAIN ? null : tenantId
  const { mails, total } = await listMails(db, { ...filters, tenantId: owner }, { page, limit })
  const names = await listTenantNames(
    db,
    mails.map(({ tenantId }) => tenantId),
  )
  return { items: mails.map((mail) => toOutboxMail(mail, names)), total, page, limit }
}

/** A mail as everybody of the platform may read it: without what its links carry. @throws AppError NOT_FOUND */
export async function getOutboxMail(
  db: PlatformDb,
  mailId: string,
  reader: OutboxReader,
): Promise<OutboxMailDetails> {
  const mail = await requireMail(db, mailId)
  const text = withoutTokens(mail.body)
  const hidesLinks = text !== mail.body
  return {
    ...toOutboxMail(mail, await listTenantNames(db, [mail.tenantId])),
    text,
    html: htmlBodyOf(text),
    hidesLinks,
    canShowLinks: hidesLinks && reader.isAdmin && isOnlyKept(mail, reader),
    canRetry: reader.isAdmin && isRetryable(mail),
  }
}

/**
 * A mail with its links as they are, where it reaches nobody in another way. Who has opened it is written down.
 * @throws AppError NOT_FOUND, NOT_AVAILABLE for a mail that is, was or will be sent
 */
export async function getMailWithLinks(
  db: PlatformDb,
  mailId: string,
  { actor, hasMailServer }: { actor: AuditActor; hasMailServer: boolean },
): Promise<{ text: string; html: string }> {
  return db.$transaction(async (tx) => {
    const mail = await requireMail(tx, mailId)
    if (!isOnlyKept(mail, { hasMailServer })) throw new AppError('NOT_AVAILABLE')
    if (withoutTokens(mail.body) !== mail.body)
      await noteInAudit(tx, mail, { actor, action: 'mails.read_links' })
    return { text: mail.body, html: htmlBodyOf(mail.body) }
  })
}

/** Sends a failed mail again. @throws AppError NOT_FOUND, MAIL_NOT_RETRYABLE */
export async function retryMail(
  db: PlatformDb,
  mailId: string,
  actor: AuditActor,
): Promise<{ mailId: string }> {
  return db.$transaction(async (tx) => {
    const mail = await requireMail(tx, mailId)
    if (!isRetryable(mail) || !(await requeueFailedMail(tx, mailId))) {
      const reason = mail.state === 'failed' ? 'links-are-gone' : 'has-not-failed'
      throw new AppError('MAIL_NOT_RETRYABLE', { details: { state: mail.state, reason } })
    }
    await noteInAudit(tx, mail, { actor, action: 'mails.retry' })
    return { mailId }
  })
}

/** @throws AppError NOT_FOUND */
async function requireMail(db: PlatformTx, mailId: string): Promise<StoredMail> {
  const mail = await findMail(db, mailId)
  if (!mail) throw new AppError('NOT_FOUND', { message: 'There is no such mail.' })
  return mail
}

/** True for a mail that is read here because it reaches nobody, as while something is being tried out. */
function isOnlyKept({ state }: StoredMail, { hasMailServer }: Pick<OutboxReader, 'hasMailServer'>): boolean {
  return state === 'kept' && !hasMailServer
}

/** A mail that has lost its tokens would lead its reader to a closed door. */
function isRetryable({ state, body }: StoredMail): boolean {
  return state === 'failed' && !hasLostTokens(body)
}

async function noteInAudit(
  tx: PlatformTx,
  { id, tenantId, template, toAddress }: StoredMail,
  { actor, action }: { actor: AuditActor; action: 'mails.read_links' | 'mails.retry' },
): Promise<void> {
  const details = { template, to: toAddress }
  await appendAudit(tx, { tenantId, actor, action, resource: { type: 'mails', id }, details })
}

function toOutboxMail(mail: ListedMail, names: ReadonlyMap<string | null, TenantName>): OutboxMail {
  const { tenantId, toAddress, state, createdAt, sentAt } = mail
  return {
    id: mail.id,
    tenant: names.get(tenantId) ?? null,
    template: mail.template,
    to: toAddress,
    subject: mail.subject,
    state: state as MailState,
    attempts: mail.attempts,
    lastError: mail.lastError,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  }
}
