import type { PlatformDb } from '#src/db/server/database.ts'

/** Days that mails, ended sessions, ended API tokens and used tickets stay, for whoever has to look into something. */
const KEEP_DAYS = 30
/** Days that numbers of requests stay: a year, and a month to compare with. */
const KEEP_USAGE_DAYS = 400
/** Hours after which a sign-up that failed, and that nobody took up again, gives its address back. */
const ABANDONED_HOURS = 24
/** Hours that a process which ended without a word stays in the list of processes. */
const LOST_NODE_HOURS = 24

/** Removes what has expired and is of no more use. @returns rows removed by kind */
export async function deleteExpired(
  db: PlatformDb,
): Promise<
  Record<
    | 'keys'
    | 'tickets'
    | 'sessions'
    | 'refreshTokens'
    | 'apiTokens'
    | 'mails'
    | 'limits'
    | 'usageDays'
    | 'nodes',
    number
  >
> {
  const now = Date.now()
  const longAgo = new Date(now - KEEP_DAYS * 86_400_000)
  const keys = await db.idempotencyKey.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })
  const tickets = await db.oneTimeToken.deleteMany({ where: { expiresAt: { lt: longAgo } } })
  const sessions = await db.session.deleteMany({ where: { expiresAt: { lt: longAgo } } })
  // A session that goes on for months leaves hundreds of them; past their time they prove nothing.
  const refreshTokens = await db.refreshToken.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })
  const apiTokens = await db.apiToken.deleteMany({
    where: { OR: [{ expiresAt: { lt: longAgo } }, { revokedAt: { lt: longAgo } }] },
  })
  const mails = await db.mailOutbox.deleteMany({ where: { createdAt: { lt: longAgo } } })
  const limits = await db.rateLimit.deleteMany({ where: { expire: { lt: now } } })
  const usageDays = await db.tenantUsageDay.deleteMany({
    where: { day: { lt: new Date(now - KEEP_USAGE_DAYS * 86_400_000) } },
  })
  const nodes = await db.node.deleteMany({
    where: { seenAt: { lt: new Date(now - LOST_NODE_HOURS * 3_600_000) } },
  })
  return {
    keys: keys.count,
    tickets: tickets.count,
    sessions: sessions.count,
    refreshTokens: refreshTokens.count,
    apiTokens: apiTokens.count,
    mails: mails.count,
    limits: limits.count,
    usageDays: usageDays.count,
    nodes: nodes.count,
  }
}

/** Newest runs of sign-ups that failed and were left alone. */
export async function listAbandonedRuns(db: PlatformDb): Promise<string[]> {
  const before = new Date(Date.now() - ABANDONED_HOURS * 3_600_000)
  const runs = await db.provisioningRun.findMany({
    where: {
      kind: 'create-tenant',
      state: { in: ['failed', 'compensated'] },
      finishedAt: { lt: before },
      tenant: { status: 'failed' },
    },
    select: { id: true },
    take: 500,
  })
  return runs.map(({ id }) => id)
}
