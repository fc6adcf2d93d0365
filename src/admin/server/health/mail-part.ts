import { isPublic, type Env } from '#src/env.ts'
import type { RunQuery } from '#src/db/server/run-query.ts'
import type { HealthDetails } from '../../health.ts'
import { getMailFigures } from './mail-figures.repository.ts'
import { fine, needsAttention, type JudgedPart, type Judgement } from './judgement.ts'

type Details = HealthDetails<'mail'>

export async function checkMail(query: RunQuery, env: Env): Promise<JudgedPart<Details>> {
  const transport = env.SMTP_URL === undefined ? 'none' : 'smtp'
  const details: Details = { transport, ...(await getMailFigures(query)) }
  return { ...judgeMail(details, { isPublic: isPublic(env) }), details }
}

/** @returns the most pressing thing that is to be said */
export function judgeMail(
  { transport, waiting, failed24h }: Details,
  site: { isPublic: boolean },
): Judgement {
  if (transport === 'none') {
    const summary = 'Mails are kept in the outbox and not sent.'
    return site.isPublic
      ? needsAttention(summary, 'Set SMTP_URL, or nobody is told of invitations and new passwords.')
      : fine(summary)
  }
  if (failed24h > 0) {
    return needsAttention(
      failed24h === 1 ? '1 mail failed in 24 hours.' : `${failed24h} mails failed in 24 hours.`,
      'The outbox has the reasons.',
    )
  }
  return fine(waiting === 0 ? 'All mails are sent.' : `${waiting} waiting to be sent.`)
}
