import type { RunQuery } from '#src/db/server/run-query.ts'

type MailFigures = { waiting: number; failed24h: number; lastSentAt: string | null }

/** How mails fare. @param query in the scope of the platform */
export async function getMailFigures(query: RunQuery): Promise<MailFigures> {
  const [row] = await query<Omit<MailFigures, 'lastSentAt'> & { lastSentAt: Date | null }>({
    text: `select (select count(*)::int from mail_outbox where state = 'pending') as waiting,
        (select count(*)::int from mail_outbox
         where state = 'failed' and created_at >= now() - interval '24 hours') as "failed24h",
        (select sent_at from mail_outbox where state = 'sent' order by created_at desc limit 1) as "lastSentAt"`,
    values: [],
  })
  if (!row) throw new Error('A statement without a condition found no row.')
  return { ...row, lastSentAt: row.lastSentAt?.toISOString() ?? null }
}
