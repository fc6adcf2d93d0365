import { appendAudit, systemActor } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import { SQLSTATE, sqlstateOf } from '#src/db/server/sqlstate.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import { createAccount } from './account.repository.ts'
import { generatePassword } from './generate-password.ts'
import { hashPassword } from './password.ts'

/**
 * Makes one more platform administrator, with a password that is told here and nowhere else.
 * @throws AppError ALREADY_EXISTS when the address belongs to somebody of the platform
 */
export async function createPlatformAdmin(
  db: PlatformDb,
  { email, fullName }: { email: string; fullName: string },
): Promise<{ id: string; email: string; password: string }> {
  const id = newId()
  const password = generatePassword()
  const passwordHash = await hashPassword(password)
  try {
    await db.$transaction(async (tx) => {
      await createAccount(tx, { id, tenantId: null, email, fullName, role: 'platform_admin', passwordHash })
      await appendAudit(tx, {
        tenantId: null,
        actor: systemActor(),
        action: 'platform_admins.create',
        resource: { type: 'users', id },
        details: { email },
      })
    })
  } catch (error) {
    if (sqlstateOf(error) === SQLSTATE.uniqueViolation) throw new AppError('ALREADY_EXISTS')
    throw error
  }
  return { id, email, password }
}
