import { expect, it } from 'vitest'
import { orderSchema } from './order-values.ts'

const empty = { reason: '', graceDays: 30, confirm: '' }

function problemsOf(terms: Parameters<typeof orderSchema>[0], typed: Partial<typeof empty>): string[] {
  const { error } = orderSchema(terms).safeParse({ ...empty, ...typed })
  return error?.issues.map(({ path }) => path.join('.')) ?? []
}

it('asks for the very subdomain, a reason and days within bounds', () => {
  const terms = { confirm: 'velvet-paws', reason: 'required', hasGrace: true } as const
  const typed = { confirm: ' velvet-paws ', reason: 'Asked to leave' }
  expect(problemsOf(terms, typed)).toEqual([])
  expect(problemsOf(terms, { ...typed, confirm: 'Velvet-Paws' })).toEqual(['confirm'])
  expect(problemsOf(terms, { ...typed, reason: '  ' })).toEqual(['reason'])
  expect(problemsOf(terms, { ...typed, graceDays: 0 })).toEqual(['graceDays'])
})

it('takes no reason where there may be none, and none too short', () => {
  expect(problemsOf({ reason: 'optional' }, {})).toEqual([])
  expect(problemsOf({ reason: 'optional' }, { reason: 'x' })).toEqual(['reason'])
})
