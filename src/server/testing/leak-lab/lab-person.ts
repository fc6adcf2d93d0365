import type { Role } from '#src/auth/identity.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'
import { createSessionCookie, signToken, type TokenClaims } from './tokens.ts'

/** Somebody with a session of the API and one of the browser. */
export type LabPerson = { id: string; email: string; claims: TokenClaims; token: string; cookie: string }

/** bcrypt at its lowest cost, of `LAB_PASSWORD`: the lab is not about how long a guess takes. */
const PASSWORD_HASH = '$2b$04$/r.yEqr6aNHuugaJuOhWyu21.QxDYCT33n0bWPAkaV0Q4hlTfc1im'
export const LAB_PASSWORD = 'Harbour-9-lights'
const HOUR_MS = 3_600_000

type NewPerson = { tenantId: string | null; role: Role; marker: string; isActive?: boolean }

/** Adds a person who is signed in already. */
export async function createLabPerson(db: PlatformDb, person: NewPerson): Promise<LabPerson> {
  const { tenantId, role, marker, isActive = true } = person
  const id = newId()
  const email = `${role}-${id.slice(-12)}@${marker}.test`
  await db.user.create({
    data: {
      id,
      tenantId,
      email,
      fullName: `${role} ${marker}`,
      passwordHash: PASSWORD_HASH,
      role,
      isActive,
    },
  })
  return { id, email, ...(await createLabSession(db, { id, tenantId, email, role, marker })) }
}

type SessionOwner = { id: string; tenantId: string | null; email: string; role: Role; marker: string }

/** Starts a session of each kind for a person. */
export async function createLabSession(
  db: PlatformDb,
  { id, tenantId, email, role, marker }: SessionOwner,
): Promise<Pick<LabPerson, 'claims' | 'token' | 'cookie'>> {
  const [api, web] = [newId(), newId()]
  const shared = { userId: id, tenantId, userAgent: `browser of ${marker}` }
  const expiresAt = new Date(Date.now() + HOUR_MS)
  await db.session.createMany({
    data: [
      { ...shared, id: api, kind: 'api', expiresAt },
      { ...shared, id: web, kind: 'web', expiresAt },
    ],
  })
  const claims = { user_id: id, tenant_id: tenantId, email, role, sid: api }
  return { claims, token: await signToken(claims), cookie: await createSessionCookie(web) }
}
