import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { countCodes, createStream } from '../testing/stream-workspace.ts'
import { tryCall } from '../testing/try-call.ts'

const current = useTestDatabase()
let stream: Awaited<ReturnType<typeof createStream>>

beforeAll(async () => {
  stream = await createStream(current(), 'codes')
})

const calls = () => stream.as('staff').verification

/** Six digits that are not the code. */
function wrongOf(code: string): string {
  return code === '000000' ? '000001' : '000000'
}

describe('a code of a viewer', () => {
  it('opens a session once, for its own user name alone', async () => {
    const { code } = await calls().createCode({ username: 'Ada' })
    expect(code).toMatch(/^\d{6}$/)
    expect(await tryCall(calls().checkCode({ username: 'Bea', code }))).toBe('VALIDATION_FAILED')
    const opened = await calls().checkCode({ username: 'ADA', code })
    expect(await tryCall(calls().checkCode({ username: 'Ada', code }))).toBe('VALIDATION_FAILED')
    const { sessionToken } = opened
    expect(await calls().getSession({ sessionToken })).toMatchObject({ viewer: opened.viewer })
    expect(await calls().endSessions({ viewerId: opened.viewer.id })).toEqual({ ended: 1 })
    expect(await tryCall(calls().getSession({ sessionToken }))).toBe('NOT_FOUND')
  })

  it('opens one session when it comes many times at once', async () => {
    const { code } = await calls().createCode({ username: 'Cleo' })
    const attempts = Array.from({ length: 5 }, () => tryCall(calls().checkCode({ username: 'Cleo', code })))
    expect(countCodes(await Promise.all(attempts))).toEqual({ OK: 1, VALIDATION_FAILED: 4 })
  })

  it('is worth nothing after five wrong ones, also when they come at once', async () => {
    const { code } = await calls().createCode({ username: 'Dora' })
    const wrong = wrongOf(code)
    await Promise.all(
      Array.from({ length: 9 }, () => tryCall(calls().checkCode({ username: 'Dora', code: wrong }))),
    )
    expect(await tryCall(calls().checkCode({ username: 'Dora', code }))).toBe('VALIDATION_FAILED')
    const [row] = await current().inspect(
      `select attempts from ${stream.tenant.schemaName}.verification_codes where username = 'Dora'`,
    )
    expect(row).toEqual({ attempts: 5 })
  })

  it('is worth nothing after its time, and after a newer one', async () => {
    const first = await calls().createCode({ username: 'Emil' })
    const second = await calls().createCode({ username: 'Emil' })
    const earlier = calls().checkCode({ username: 'Emil', code: first.code })
    if (first.code !== second.code) expect(await tryCall(earlier)).toBe('VALIDATION_FAILED')
    await current().inspect(
      `update ${stream.tenant.schemaName}.verification_codes set expires_at = now() where username = 'Emil'`,
    )
    expect(await tryCall(calls().checkCode({ username: 'Emil', code: second.code }))).toBe(
      'VALIDATION_FAILED',
    )
  })

  it('is made six times an hour for one name, and stands nowhere in clear', async () => {
    const made = []
    for (let turn = 0; turn < 7; turn += 1) made.push(await tryCall(calls().createCode({ username: 'Fay' })))
    expect(countCodes(made)).toEqual({ OK: 6, RATE_LIMITED: 1 })
    const { code } = await calls().createCode({ username: 'Gil' })
    const rows = await current().inspect(
      `select code_hash from ${stream.tenant.schemaName}.verification_codes where username = 'Gil'`,
    )
    expect(JSON.stringify(rows)).not.toContain(code)
  })
})
