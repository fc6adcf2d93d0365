import { beforeEach, describe, expect, it, vi } from 'vitest'
import { LAB_PASSWORD } from './lab-person.ts'
import { noteOutcome } from './lab-report.ts'
import { useLab } from './lab.ts'
import { findLeaks, secretsOf } from './oracle.ts'
import { send, type LabRequest } from './send.ts'
import { attackSockets, listenAsAttacker } from './socket-attack.ts'
import { diffTenantRows, readTenantRows } from './tenant-rows.ts'

const lab = useLab()
beforeEach(() => vi.stubEnv('AUTH_TRUST_HOST', '1'))
const PATIENCE_MS = 120_000

/** A call by the attacker's owner, on the attacker's host unless said otherwise. */
function asAttacker(request: Partial<LabRequest>) {
  const { server, attacker } = lab()
  return send(server.port, {
    method: 'GET',
    path: '/api/v1/pets',
    host: attacker.subdomain,
    ...request,
    headers: { authorization: `Bearer ${attacker.people.owner.token}`, ...request.headers },
  })
}

describe('sockets', () => {
  it('open no topic of another tenant to anybody', { timeout: PATIENCE_MS }, async ({ task }) => {
    const { server, victim } = lab()
    const before = await readTenantRows(server, victim)
    const answers = await attackSockets(lab())
    const codes: Record<string, number> = {}
    for (const { code } of answers) codes[code] = (codes[code] ?? 0) + 1
    const leaks = answers.filter(
      ({ call, code, answer }) => code === 'OK' || findLeaks(answer, call, secretsOf(victim)).length > 0,
    )
    noteOutcome(task, 'topics of others', {
      attempts: answers.length,
      codes,
      leaks: leaks.length,
      problems: [],
    })
    expect(leaks).toEqual([])
    expect(diffTenantRows(before, await readTenantRows(server, victim))).toEqual([])
  })
})

describe('a changed record', () => {
  it('is heard of by nobody of another tenant', async () => {
    const { attacker, victim, server } = lab()
    const addTip = ({ subdomain, people }: typeof victim, content: string) =>
      send(server.port, {
        method: 'POST',
        path: '/api/v1/tips',
        host: subdomain,
        headers: { authorization: `Bearer ${people.owner.token}` },
        body: JSON.stringify({ content }),
      })
    let ownId = ''
    const heard = await listenAsAttacker(lab(), async () => {
      await addTip(victim, `theirs ${victim.marker}`)
      ownId = JSON.parse((await addTip(attacker, 'mine')).body).id
      // Announcements keep their order: what was told of the other tenant would be here before this.
      await new Promise((resolve) => setTimeout(resolve, 500))
    })
    expect(heard).toContain(ownId)
    expect(findLeaks(heard, '', secretsOf(victim))).toEqual([])
    expect(heard).not.toContain(victim.tenantId)
  })
})

describe('an idempotency key of another tenant', () => {
  it('is a new key to everybody else', async () => {
    const { attacker, victim } = lab()
    const body = JSON.stringify({ content: `mine ${attacker.marker}` })
    const headers = { 'idempotency-key': `key-${victim.marker}` }
    const [first, again] = [
      await asAttacker({ method: 'POST', path: '/api/v1/tips', body, headers }),
      await asAttacker({ method: 'POST', path: '/api/v1/tips', body, headers }),
    ]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(JSON.parse(again.body)).toEqual(JSON.parse(first.body))
    const theirs = await send(lab().server.port, {
      method: 'POST',
      path: '/api/v1/tips',
      host: victim.subdomain,
      headers: { ...headers, authorization: `Bearer ${victim.people.owner.token}` },
      body,
    })
    expect(theirs.status).toBe(201)
    expect(JSON.parse(theirs.body).id).not.toBe(JSON.parse(first.body).id)
  })
})

describe('what signs somebody in', () => {
  async function signInWithTicket(host: string) {
    const { port } = lab().server
    const form = await send(port, { method: 'GET', path: '/api/auth/csrf', host, headers: {} })
    const cookie = /next-auth\.csrf-token=[^;\s]+/.exec(form.text)?.[0] ?? ''
    const csrfToken: unknown = JSON.parse(form.body).csrfToken
    return send(port, {
      method: 'POST',
      path: '/api/auth/callback/ticket',
      host,
      headers: { cookie, 'sec-fetch-site': 'same-origin', origin: `http://${host}.berth.localhost:${port}` },
      body: JSON.stringify({ csrfToken, ticket: lab().victim.secrets.signIn, json: 'true' }),
    })
  }

  it('as a ticket works in its own workspace alone', async () => {
    const { attacker, victim } = lab()
    const elsewhere = await signInWithTicket(attacker.subdomain)
    expect(elsewhere.status).toBe(401)
    expect(elsewhere.text).not.toContain('session-token=ey')
    const own = await signInWithTicket(victim.subdomain)
    expect(own.status).toBe(200)
    expect(own.text).toContain('session-token=ey')
  })

  it('as a password opens no other workspace', async () => {
    const { attacker, victim, server } = lab()
    const body = JSON.stringify({ email: attacker.people.owner.email, password: LAB_PASSWORD })
    const login = (host: string) =>
      send(server.port, { method: 'POST', path: '/api/v1/auth/login', host, headers: {}, body })
    expect((await login(victim.subdomain)).code).toBe('INVALID_CREDENTIALS')
    expect((await login(attacker.subdomain)).code).toBe('OK')
  })
})

describe('a job', () => {
  it('with ids of two tenants changes nothing of either', { timeout: PATIENCE_MS }, async () => {
    const { server, attacker, victim } = lab()
    // Those of the sign-up wait for a worker and are not the subject; the one of the lab was sent long ago.
    await server.inspect(`update platform.mail_outbox set state = 'kept'`)
    const before = await readTenantRows(server, victim)
    const mailId = victim.ids.get('mail_outbox')?.[0]
    const jobs: [string, object][] = [
      ['provisioning.execute', { tenantId: attacker.tenantId, runId: victim.runId, attempt: 1 }],
      ['provisioning.execute', { tenantId: victim.tenantId, runId: attacker.runId, attempt: 1 }],
      ['provisioning.execute', { tenantId: victim.tenantId, runId: victim.tenantId, attempt: 1 }],
      ['mail.send', { mailId, tenantId: attacker.tenantId }],
      ['mail.send', { mailId: victim.tenantId }],
    ]
    await server.inspect('delete from graphile_worker._private_jobs')
    for (const [task, payload] of jobs) {
      await server.inspect('select graphile_worker.add_job($1, $2::json, max_attempts => 1)', [
        task,
        JSON.stringify(payload),
      ])
    }
    await server.startWorker()
    await vi.waitFor(
      async () => {
        const [waiting] = await server.inspect<{ count: number }>(
          'select count(*)::int as count from graphile_worker.jobs where attempts < max_attempts',
        )
        expect(waiting?.count).toBe(0)
      },
      { timeout: 20_000, interval: 200 },
    )
    expect(diffTenantRows(before, await readTenantRows(server, victim))).toEqual([])
  })
})

describe('a host that passes from one workspace to another', () => {
  it('shows nothing of the one that had it', { timeout: PATIENCE_MS }, async ({ task }) => {
    const { server, attacker, victim } = lab()
    const { platform } = server.database
    const old = victim.subdomain
    await asAttacker({ host: old })
    await platform.tenant.update({ where: { id: victim.tenantId }, data: { subdomain: 'moved-away' } })
    await platform.tenant.update({ where: { id: attacker.tenantId }, data: { subdomain: old } })
    const codes: Record<string, number> = {}
    const leaks: string[] = []
    let attempts = 0
    await vi.waitFor(
      async () => {
        const answers = await Promise.all(
          ['/api/v1/pets', '/api/v1/tenants/me', '/api/v1/owners?limit=100'].map((path) =>
            asAttacker({ path, host: old }),
          ),
        )
        for (const { text, code } of answers) {
          attempts += 1
          codes[code] = (codes[code] ?? 0) + 1
          leaks.push(...findLeaks(text, '', secretsOf(victim)))
        }
        expect(answers.map(({ code }) => code)).toEqual(['OK', 'OK', 'OK'])
      },
      { timeout: 20_000, interval: 20 },
    )
    const stranger = await asAttacker({
      host: old,
      headers: { authorization: `Bearer ${victim.people.owner.token}` },
    })
    noteOutcome(task, 'a host that changed hands', { attempts, codes, leaks: leaks.length, problems: [] })
    expect(leaks).toEqual([])
    expect(stranger.code).toBe('TENANT_MISMATCH')
  })
})
