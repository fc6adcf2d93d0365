import type { Attack, Move } from './attack.ts'
import type { TestServer } from '../test-server.ts'
import { buildRequest, channels, type Channel } from './build-request.ts'
import type { Lab } from './lab.ts'
import { findLeaks, proofsOf, secretsOf } from './oracle.ts'
import type { LabProcedure } from './procedures.ts'
import { send, type LabAnswer } from './send.ts'
import { diffTenantRows, readTenantRows } from './tenant-rows.ts'

/** What came of an attack. @property problems one line for each call that did not end as it should */
export type Outcome = { attempts: number; codes: Record<string, number>; leaks: number; problems: string[] }

const PARALLEL = 12

/** Tries an attack on every procedure, on each channel it has, and looks at every byte that comes back. */
export async function runAttack(lab: Lab, attack: Attack): Promise<Outcome> {
  const outcome: Outcome = { attempts: 0, codes: {}, leaks: 0, problems: [] }
  const before = await Promise.all(attack.protects.map((tenant) => readTenantRows(lab.server, tenant)))
  const queue = lab.procedures.flatMap((procedure) => channels.map((channel) => ({ procedure, channel })))
  async function work(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) {
      for (const move of await attack.movesOn(next.procedure, next.channel)) {
        await attempt(lab, { ...next, attack, move, outcome })
      }
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
  for (const [index, tenant] of attack.protects.entries()) {
    const changes = diffTenantRows(before[index] ?? new Map(), await readTenantRows(lab.server, tenant))
    outcome.problems.push(
      ...changes.filter((change) => !isOwnRecord(change)).map((change) => `${tenant.subdomain} ${change}`),
    )
  }
  return outcome
}

type Attempt = {
  attack: Attack
  procedure: LabProcedure
  channel: Channel
  move: Move
  outcome: Outcome
}

async function attempt({ server }: Lab, call: Attempt): Promise<void> {
  const { attack, procedure, channel, move, outcome } = call
  const request = buildRequest(procedure, { channel, ...move })
  if (!request) return
  const answer = await send(server.port, request)
  const said = `${JSON.stringify(request)}${await readEchoes(server, procedure, answer)}`
  const keptFrom = attack.maySee?.(procedure) ? proofsOf : secretsOf
  const leaks = attack.protects.flatMap((tenant) => findLeaks(answer.text, said, keptFrom(tenant)))
  outcome.attempts += 1
  outcome.leaks += leaks.length
  outcome.codes[answer.code] = (outcome.codes[answer.code] ?? 0) + 1
  const isSound = answer.status < 500 && attack.expects(procedure, answer, move)
  if (isSound && leaks.length === 0) return
  const where = `${channel} ${procedure.path} on ${move.host ?? 'the apex'}`
  const seen = leaks.length > 0 ? `, which shows ${leaks.join(', ')}` : ''
  outcome.problems.push(`${where}: ${answer.status} ${answer.code}${seen} <- ${JSON.stringify(move.input)}`)
}

/** A failed sign-in is written down where it was tried: the one thing strangers may add to a tenant. */
function isOwnRecord(change: string): boolean {
  return /^\+ platform\.audit_log .*"auth\.sign_in_failed"/.test(change)
}

/**
 * What callers have typed before and a log repeats: an export of the log is itself written down, with its
 * filters. Only such entries count, and no other call may show them.
 */
async function readEchoes(
  { inspect }: TestServer,
  { path }: LabProcedure,
  { status }: LabAnswer,
): Promise<string> {
  if (status >= 400 || !/^audit\.(list|export)$/.test(path)) return ''
  const [typed] = await inspect<{ text: string | null }>(
    `select string_agg(details ->> 'filters', ' ') as text from platform.audit_log where action = 'audit.export'`,
  )
  return typed?.text ?? ''
}
