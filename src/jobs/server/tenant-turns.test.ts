import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it } from 'vitest'
import { PRIORITY } from './define-task.ts'
import { createTenantTurns, type TenantTurns } from './tenant-turns.ts'

const ADA = 'tenant:ada'
const BOB = 'tenant:bob'

let events: EventEmitter
let clock: number
let turns: TenantTurns

function jobOf(tenant: string | null) {
  const priority = tenant === null ? PRIORITY.urgent : PRIORITY.later
  return { job: { priority, flags: tenant === null ? null : { [tenant]: true } } }
}

/** One look at the queue, which finds this. */
async function take(tenant: string | null): Promise<string[]> {
  const forbidden = await turns.listForbidden()
  events.emit('job:start', jobOf(tenant))
  return forbidden
}

async function look(): Promise<string[]> {
  const forbidden = await turns.listForbidden()
  events.emit('worker:getJob:empty', {})
  return forbidden
}

beforeEach(() => {
  events = new EventEmitter()
  clock = 0
  turns = createTenantTurns(() => clock)
  turns.follow(events)
})

describe('a tenant with a job in hand', () => {
  it('waits with its next one, and nobody else does', async () => {
    expect(await take(ADA)).toEqual([])
    expect(await take(BOB)).toEqual([ADA])
    events.emit('job:complete', jobOf(ADA))
    expect(await look()).toEqual([BOB])
  })

  it('is known to the look that comes next, however soon', async () => {
    const first = turns.listForbidden()
    const second = turns.listForbidden()
    await first
    events.emit('job:start', jobOf(ADA))
    expect(await second).toEqual([ADA])
  })

  it('is forgotten by a look that ended in an error', async () => {
    await turns.listForbidden()
    events.emit('worker:getJob:error', {})
    expect(await look()).toEqual([])
  })
})

describe('while something urgent is in hand', () => {
  it('a tenant begins two jobs a second at most', async () => {
    await take(null)
    await take(ADA)
    events.emit('job:complete', jobOf(ADA))
    clock = 499
    expect(await look()).toEqual([ADA])
    clock = 500
    expect(await look()).toEqual([])
  })

  it('and as many as it can from then on', async () => {
    await take(null)
    await take(ADA)
    events.emit('job:complete', jobOf(ADA))
    events.emit('job:complete', jobOf(null))
    expect(await look()).toEqual([])
  })
})
