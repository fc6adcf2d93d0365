import { describe, expect, it } from 'vitest'
import { platformRoles } from '#src/auth/identity.ts'
import { buildRequest, channels } from './build-request.ts'
import { listConsoleAttacks, listConsoleProcedures } from './console-attacks.ts'
import { inputOf } from './inputs.ts'
import { runAttacks } from './lab-report.ts'
import { useLab } from './lab.ts'
import { readPlatformRows } from './platform-rows.ts'
import type { LabProcedure } from './procedures.ts'
import { send, type LabAnswer } from './send.ts'

const lab = useLab()
const PATIENCE_MS = 300_000

/** What is read by administrators alone, and why. */
const adminOnly: Readonly<Record<string, string>> = {
  'admin.audit.export': 'takes the logs of everybody out of the house',
  'admin.tenants.export': 'takes the addresses of all owners out of the house',
}

/** Calls a procedure on each of its channels, with ids of a tenant that is there. */
async function callAs(token: string, procedure: LabProcedure): Promise<LabAnswer[]> {
  const { server, stage } = lab()
  const headers = { authorization: `Bearer ${token}` }
  const input = inputOf(procedure, stage)
  const requests = channels.map((channel) => buildRequest(procedure, { channel, host: null, headers, input }))
  return Promise.all(
    requests.filter((request) => request !== null).map((request) => send(server.port, request)),
  )
}

function proceduresOf(type: LabProcedure['type']): LabProcedure[] {
  return listConsoleProcedures(lab()).filter((procedure) => procedure.type === type)
}

describe('a viewer of the platform', () => {
  it('changes nothing by any procedure there is', { timeout: PATIENCE_MS }, async () => {
    const { token } = lab().platform.platform_viewer
    const before = await readPlatformRows(lab().server)
    const changes = proceduresOf('mutation')
    expect(changes.length).toBeGreaterThan(10)
    const answers: [string, string[]][] = []
    for (const procedure of changes)
      answers.push([procedure.path, (await callAs(token, procedure)).map(({ code }) => code)])
    expect(answers.filter(([, codes]) => codes.some((code) => code !== 'FORBIDDEN'))).toEqual([])
    expect(await readPlatformRows(lab().server)).toEqual(before)
  })

  it('reads everything that is not for administrators alone', { timeout: PATIENCE_MS }, async () => {
    const { token } = lab().platform.platform_viewer
    const questions = proceduresOf('query')
    expect(questions.length).toBeGreaterThan(10)
    const wrong: [string, string, string][] = []
    for (const procedure of questions) {
      const expected = procedure.path in adminOnly ? 'FORBIDDEN' : 'OK'
      for (const { code, body } of await callAs(token, procedure))
        if (code !== expected) wrong.push([procedure.path, code, body.slice(0, 300)])
    }
    expect(wrong).toEqual([])
  })
})

describe('the console', () => {
  it('offers everything over REST, too, under its own address', () => {
    const { procedures } = lab()
    const console = procedures.filter(({ path }) => path.startsWith('admin.'))
    expect(console.filter(({ access }) => access?.kind !== 'platform')).toEqual([])
    expect(console.filter(({ rest }) => !rest?.path.startsWith('/admin/')).map(({ path }) => path)).toEqual(
      [],
    )
  })

  it('lets nobody in who is not of the platform', { timeout: PATIENCE_MS }, async ({ task }) => {
    const console = { ...lab(), procedures: listConsoleProcedures(lab()) }
    expect(await runAttacks(console, { attacks: await listConsoleAttacks(lab()), task })).toEqual([])
  })

  it('shows its pages to people of the platform on its own host alone', async () => {
    const { server, stage, platform } = lab()
    const open = (cookie: string, host: string | null) =>
      send(server.port, { method: 'GET', path: '/admin/audit?q=a', host, headers: { cookie } })
    for (const role of platformRoles) {
      expect((await open(platform[role].cookie, null)).status).toBe(200)
      expect(await open(platform[role].cookie, stage.subdomain)).toMatchObject({
        text: expect.stringContaining('/login?next=%2Fadmin%2Faudit'),
      })
    }
    for (const { cookie } of Object.values(stage.people)) {
      const answer = await open(cookie, null)
      expect([answer.status, answer.text]).toEqual([
        307,
        expect.stringContaining('/admin/login?next=%2Fadmin%2Faudit%3Fq%3Da'),
      ])
    }
  })
})
