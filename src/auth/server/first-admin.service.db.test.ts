import { expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#src/db/server/testing/test-database.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'
import { passwordInput } from '../password-policy.ts'
import { createAccount, lockPlatformAdmins } from './account.repository.ts'
import { createFirstPlatformAdmin } from './first-admin.service.ts'
import { verifyPassword } from './password.ts'

const env = { BERTH_DOMAIN: 'berth.localhost', BERTH_ADMIN_EMAIL: undefined, BERTH_ADMIN_PASSWORD: undefined }

async function withEmptyPlatform(
  body: (db: PlatformDb, inspect: TestDatabase['inspect']) => Promise<void>,
): Promise<void> {
  const testDatabase = await createTestDatabase()
  try {
    await body(testDatabase.database.platform, testDatabase.inspect)
  } finally {
    await testDatabase.dispose()
  }
}

it('makes up a password that is shown once, and does nothing the next time', async () => {
  await withEmptyPlatform(async (db) => {
    const admin = await createFirstPlatformAdmin(db, env)
    expect(admin?.email).toBe('admin@berth.localhost')
    const password = admin?.generatedPassword ?? ''
    expect(passwordInput.safeParse(password).success).toBe(true)
    expect(password).toMatch(/^\w{5}-\w{5}-\w{5}-\w{5}$/)
    const [user] = await db.user.findMany()
    expect(user).toMatchObject({ tenantId: null, role: 'platform_admin', isActive: true })
    expect(await verifyPassword(password, user?.passwordHash ?? '')).toBe(true)
    expect(await createFirstPlatformAdmin(db, env)).toBeNull()
  })
})

it('takes what the environment says and keeps the password to itself', async () => {
  await withEmptyPlatform(async (db) => {
    const given = { ...env, BERTH_ADMIN_EMAIL: 'Root@Example.com', BERTH_ADMIN_PASSWORD: 'Correct-Horse-1' }
    expect(await createFirstPlatformAdmin(db, given)).toEqual({
      email: 'root@example.com',
      generatedPassword: null,
    })
  })
})

it('creates one only, whoever comes first', async () => {
  await withEmptyPlatform(async (db, inspect) => {
    const waiting = `select from pg_locks where locktype = 'advisory' and not granted`
    let late: Promise<unknown> = Promise.resolve()
    await db.$transaction(async (tx) => {
      await lockPlatformAdmins(tx)
      late = createFirstPlatformAdmin(db, env)
      await expect.poll(() => inspect(waiting), { timeout: 4_000 }).toHaveLength(1)
      await createAccount(tx, {
        id: newId(),
        tenantId: null,
        email: 'first@example.com',
        fullName: 'First',
        role: 'platform_admin',
        passwordHash: 'x',
      })
    })
    expect(await late).toBeNull()
    expect(await db.user.count()).toBe(1)
  })
})

it('refuses a weak password by name, and only when it would be used', async () => {
  await withEmptyPlatform(async (db) => {
    const weak = { ...env, BERTH_ADMIN_PASSWORD: 'secret' }
    await expect(createFirstPlatformAdmin(db, weak)).rejects.toThrow(
      'BERTH_ADMIN_PASSWORD: The password still needs',
    )
    expect(await db.user.count()).toBe(0)
    await createFirstPlatformAdmin(db, env)
    expect(await createFirstPlatformAdmin(db, weak)).toBeNull()
  })
})
