import { expect, it } from 'vitest'
import type { AuditRecord } from '#src/audit/audit-query.ts'
import { kennel } from '../testing/kennel.ts'
import { describeEntry } from './describe-entry.ts'

const entry: AuditRecord = {
  id: '019eae1c-52ac-7d63-b263-a68d38e1f0a1',
  createdAt: '2026-03-14T09:30:00.000Z',
  action: 'dogs.update',
  actor: { kind: 'user', id: null, name: 'Ada' },
  resource: { type: 'dogs', id: null },
  details: { label: 'Rex' },
  ip: null,
  userAgent: null,
  requestId: null,
}

it.each<[Partial<AuditRecord>, string]>([
  [{}, 'Ada changed the dog Rex'],
  [{ details: {} }, 'Ada changed the dog'],
  [{ action: 'boats.delete', resource: { type: 'boats', id: null } }, 'Ada deleted the boats Rex'],
  [{ action: 'auth.sign_in' }, 'Ada signed in'],
  [
    { action: 'auth.sign_in_failed', actor: { kind: 'visitor', id: null, name: null } },
    'A visitor failed to sign in',
  ],
  [
    { action: 'tenants.activate', actor: { kind: 'system', id: null, name: null } },
    'Berth opened the workspace',
  ],
  [
    {
      actor: { kind: 'user', id: null, name: 'Ada', impersonator: { id: '019eae1c', name: 'Grace' } },
    },
    'Ada, by Grace of Berth support changed the dog Rex',
  ],
  [
    {
      action: 'impersonations.start',
      actor: { kind: 'platform', id: null, name: null },
      details: { adminName: 'Grace', userName: 'Ada', reason: 'Ticket 4711' },
    },
    'The platform began to act as Ada (Grace of Berth support): Ticket 4711',
  ],
  [{ action: 'something.else' }, 'Ada something.else'],
])('%j reads %s', (change, sentence) => {
  expect(describeEntry({ ...entry, ...change }, [kennel])).toBe(sentence)
})
