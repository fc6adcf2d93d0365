import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { createTestTenant } from '#src/auth/server/testing/accounts.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { startWorker, type Worker } from '#src/jobs/server/runner.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { passwordResetMail } from './account-mails.ts'
import { createMailTransport } from './mail-transport.ts'
import { queueMail } from './queue-mail.ts'
import { createSendMailTask } from './send-mail.ts'
import { startMailServer, type TestMailServer } from './testing/mail-server.ts'

const current = useTestDatabase()
const logger = createLogger({ level: 'silent' })
const started: { stop: () => Promise<void> }[] = []

afterEach(async () => {
  for (const part of started.splice(0).reverse()) await part.stop()
})

async function serve(options: Parameters<typeof startMailServer>[0] = {}): Promise<TestMailServer> {
  const server = await startMailServer(options)
  started.push(server)
  return server
}

/** Takes jobs as the product does, but tries again after fractions of a second. */
async function work(smtpUrl: string | null): Promise<Worker> {
  const { database } = current()
  const transport = smtpUrl ? createMailTransport(smtpUrl, 'Berth <no-reply@berth.example>') : null
  const task = createSendMailTask({
    db: database.platform,
    logger,
    transport,
    retryAfterSeconds: [0.1, 0.1, 0.1],
  })
  const worker = await startWorker(database.pool, { tasks: [task], logger })
  started.push(worker)
  return worker
}

function resetMail(to: string, fullName = 'Ada') {
  const url = 'https://acme.berth.example/reset#token=very-secret'
  return { ...passwordResetMail({ fullName, siteName: 'Acme', url, validMinutes: 60 }), to, tenantId: null }
}

async function rowFor(to: string) {
  const [row] = await current().inspect<Record<string, string>>(
    'select * from platform.mail_outbox where to_address = $1',
    [to],
  )
  return row
}

async function untilState(to: string, ...states: string[]) {
  for (let round = 0; round < 600; round += 1) {
    const row = await rowFor(to)
    if (row && states.includes(String(row['state']))) return row
    await sleep(25)
  }
  throw new Error(`The mail is ${String((await rowFor(to))?.['state'])} and not ${states.join(' or ')}.`)
}

describe('a queued mail', () => {
  it('arrives, once, and the outbox forgets the token', async () => {
    const server = await serve()
    await work(server.url)
    await queueMail(current().database.platform, resetMail('ada@example.com'))
    const row = await untilState('ada@example.com', 'sent')
    expect(server.received).toHaveLength(1)
    const [mail] = server.received
    expect(mail).toMatchObject({ from: 'no-reply@berth.example', to: ['ada@example.com'] })
    expect(mail?.raw).toContain(`Message-ID: <${String(row['id'])}@berth.example>`)
    expect(mail?.raw).toMatch(/^Subject: Your password for Acme\r$/m)
    expect(mail?.raw).toContain('very-secret')
    expect(mail?.raw).toContain('Content-Type: text/html')
    expect(row['body']).toContain('https://acme.berth.example/reset')
    expect(JSON.stringify(row)).not.toContain('very-secret')
    expect(row['sent_at']).toBeInstanceOf(Date)
  })

  it('cannot be given further headers or recipients by a name or an address', async () => {
    const server = await serve()
    await work(server.url)
    const to = 'eve@example.com, all@example.com'
    await queueMail(current().database.platform, resetMail(to, 'Eve\r\nBcc: all@example.com\r\n\r\nHello'))
    await queueMail(current().database.platform, resetMail('ok@example.com', 'A\r\nBcc: all@example.com'))
    await untilState(to, 'failed', 'sent')
    await untilState('ok@example.com', 'sent')
    expect(server.received.map((mail) => mail.to)).toEqual([['ok@example.com']])
    expect(server.received[0]?.raw).not.toMatch(/^Bcc:/m)
  })

  it('waits for a server that is down and arrives when it is back', async () => {
    const server = await startMailServer()
    await server.stop()
    await work(server.url)
    await queueMail(current().database.platform, resetMail('late@example.com'))
    while (!(await rowFor('late@example.com'))?.['last_error']) await sleep(10)
    expect((await rowFor('late@example.com'))?.['last_error']).toContain('ECONNREFUSED')
    const back = await serve({ port: server.port })
    const row = await untilState('late@example.com', 'sent')
    expect(row['last_error']).toBeNull()
    expect(back.received).toHaveLength(1)
  })

  it('has failed when the server stays away', async () => {
    const server = await startMailServer()
    await server.stop()
    await work(server.url)
    await queueMail(current().database.platform, resetMail('never@example.com'))
    const row = await untilState('never@example.com', 'failed')
    expect(row['last_error']).toContain('ECONNREFUSED')
    expect(JSON.stringify(row)).not.toContain('very-secret')
  })

  it('has failed at once when the server does not know the address', async () => {
    let asked = 0
    const refuse = Object.assign(new Error('No such user'), { responseCode: 550 })
    const server = await serve({
      onRcptTo: (_, __, done) => {
        asked += 1
        done(refuse)
      },
    })
    await work(server.url)
    await queueMail(current().database.platform, resetMail('nobody@example.com'))
    const row = await untilState('nobody@example.com', 'failed')
    expect(row['last_error']).toContain('No such user')
    expect(asked).toBe(1)
  })

  it('is kept with its link where there is no mail server, and not sent later', async () => {
    const withoutServer = await work(null)
    await queueMail(current().database.platform, resetMail('kept@example.com'))
    const row = await untilState('kept@example.com', 'kept')
    expect(row['body']).toContain('very-secret')
    await withoutServer.stop()
    started.pop()
    const server = await serve()
    await work(server.url)
    await queueMail(current().database.platform, resetMail('next@example.com'))
    await untilState('next@example.com', 'sent')
    expect(server.received.map(({ to }) => to)).toEqual([['next@example.com']])
  })

  it('can be written in the scope of its own tenant, and of no other', async () => {
    const { database } = current()
    const tenantId = await createTestTenant(database.platform, { subdomain: 'acme' })
    const other = await createTestTenant(database.platform, { subdomain: 'other' })
    const placement = { tenantId, schemaName: 'unused', roleName: 'unused' }
    await work(null)
    await withTenantScope(placement, () =>
      database.member.$transaction((tx) => queueMail(tx, { ...resetMail('member@example.com'), tenantId })),
    )
    await untilState('member@example.com', 'kept')
    const foreign = withTenantScope(placement, () =>
      queueMail(database.member, { ...resetMail('foreign@example.com'), tenantId: other }),
    )
    await expect(foreign).rejects.toThrow()
  })

  it('is not sent when its transaction is rolled back', async () => {
    const server = await serve()
    await work(server.url)
    const { platform } = current().database
    const attempt = platform.$transaction(async (tx) => {
      await queueMail(tx, resetMail('undone@example.com'))
      throw new Error('something else failed')
    })
    await expect(attempt).rejects.toThrow('something else')
    await queueMail(platform, resetMail('after@example.com'))
    await untilState('after@example.com', 'sent')
    expect(server.received.map(({ to }) => to)).toEqual([['after@example.com']])
    expect(await rowFor('undone@example.com')).toBeUndefined()
  })
})
