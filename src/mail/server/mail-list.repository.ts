import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import { containsPattern } from '#src/shared/contains-pattern.ts'
import { pageOffset } from '#src/shared/pagination.ts'
import type { MailState, MailTemplate } from '../mail.ts'
import { enqueueMail } from './outbox.repository.ts'

/** A mail of the outbox as a list shows it. */
export type ListedMail = {
  id: string
  tenantId: string | null
  template: string
  toAddress: string
  subject: string
  state: string
  attempts: number
  lastError: string | null
  createdAt: Date
  sentAt: Date | null
}

export type MailFilters = {
  q?: string | undefined
  state?: MailState | undefined
  template?: MailTemplate | undefined
  /** null for mails to people of the platform */
  tenantId?: string | null | undefined
}

const columns = {
  id: true,
  tenantId: true,
  template: true,
  toAddress: true,
  subject: true,
  state: true,
  attempts: true,
  lastError: true,
  createdAt: true,
  sentAt: true,
} as const

/** One page of the outbox, the newest first. */
export async function listMails(
  db: PlatformDb,
  { q, state, template, tenantId }: MailFilters,
  page: { page: number; limit: number },
): Promise<{ mails: ListedMail[]; total: number }> {
  const contains = q ? ({ contains: containsPattern(q), mode: 'insensitive' } as const) : undefined
  const where = {
    ...(state ? { state } : {}),
    ...(template ? { template } : {}),
    ...(tenantId === undefined ? {} : { tenantId }),
    ...(contains ? { OR: [{ toAddress: contains }, { subject: contains }] } : {}),
  }
  const [mails, total] = await Promise.all([
    db.mailOutbox.findMany({
      where,
      select: columns,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: pageOffset(page),
      take: page.limit,
    }),
    db.mailOutbox.count({ where }),
  ])
  return { mails, total }
}

export async function findMail(db: PlatformTx, id: string): Promise<(ListedMail & { body: string }) | null> {
  return db.mailOutbox.findUnique({ where: { id }, select: { ...columns, body: true } })
}

/** Makes a failed mail wait to be sent again. @returns false when it has not failed, or not any more */
export async function requeueFailedMail(tx: PlatformTx, id: string): Promise<boolean> {
  const { count } = await tx.mailOutbox.updateMany({
    where: { id, state: 'failed' },
    data: { state: 'pending', attempts: 0, lastError: null },
  })
  if (count === 1) await enqueueMail(tx, id)
  return count === 1
}
