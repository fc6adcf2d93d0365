import type { PlatformDb } from '#src/db/server/database.ts'
import { EnvError, type Env } from '#src/env.ts'
import { newId } from '#src/shared/ids.ts'
import { passwordInput } from '../password-policy.ts'
import { createAccount, hasPlatformAdmin, lockPlatformAdmins } from './account.repository.ts'
import { generatePassword } from './generate-password.ts'
import { hashPassword } from './password.ts'

export type FirstAdmin = {
  email: string
  /** to be shown once, when it was made up here; null when the environment gave it */
  generatedPassword: string | null
}

type AdminEnv = Pick<Env, 'BERTH_ADMIN_EMAIL' | 'BERTH_ADMIN_PASSWORD' | 'BERTH_DOMAIN'>

/**
 * Creates a platform admin when there is none yet. Safe in several processes at once: one of them does it.
 * @returns null when there was an admin already
 * @throws EnvError when BERTH_ADMIN_PASSWORD is needed and too weak
 */
export async function createFirstPlatformAdmin(db: PlatformDb, env: AdminEnv): Promise<FirstAdmin | null> {
  if (await hasPlatformAdmin(db)) return null
  const given = requireGoodPassword(env.BERTH_ADMIN_PASSWORD)
  const password = given ?? generatePassword()
  const passwordHash = await hashPassword(password)
  const email = (env.BERTH_ADMIN_EMAIL ?? `admin@${env.BERTH_DOMAIN}`).toLowerCase()
  return db.$transaction(async (tx) => {
    await lockPlatformAdmins(tx)
    if (await hasPlatformAdmin(tx)) return null
    await createAccount(tx, {
      id: newId(),
      tenantId: null,
      email,
      fullName: 'Platform admin',
      role: 'platform_admin',
      passwordHash,
    })
    return { email, generatedPassword: given === undefined ? password : null }
  })
}

function requireGoodPassword(password: string | undefined): string | undefined {
  if (password === undefined) return undefined
  const checked = passwordInput.safeParse(password)
  if (checked.success) return password
  throw new EnvError(checked.error.issues.map((issue) => `BERTH_ADMIN_PASSWORD: ${issue.message}`))
}
