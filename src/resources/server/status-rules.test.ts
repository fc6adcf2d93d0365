import { expect, it } from 'vitest'
import { AppError } from '#src/shared/errors/app-error.ts'
import { defineResource } from '../define-resource.ts'
import { select } from '../fields/select.ts'
import { text } from '../fields/text.ts'
import { requireInitialStatuses, requireTransitions } from './status-rules.ts'

const boats = defineResource({
  name: 'boats',
  singular: 'boat',
  description: 'Boats',
  icon: 'sailboat',
  fields: {
    name: text({ label: 'Name', required: true }),
    status: select({
      label: 'Status',
      default: 'ashore',
      options: { ashore: 'Ashore', afloat: 'Afloat', sunk: 'Sunk' },
      transitions: { ashore: ['afloat'], afloat: ['ashore', 'sunk'], sunk: [] },
    }),
  },
  columns: ['name'],
})

function refusalOf(attempt: () => void): Pick<AppError, 'code' | 'message' | 'details'> | null {
  try {
    attempt()
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, message, details } = error
    return { code, message, details }
  }
}

it('lets a status move where its declaration says, or stay', () => {
  expect(refusalOf(() => requireTransitions(boats, { status: 'ashore' }, { status: 'afloat' }))).toBeNull()
  expect(refusalOf(() => requireTransitions(boats, { status: 'sunk' }, { status: 'sunk' }))).toBeNull()
  expect(refusalOf(() => requireTransitions(boats, { status: 'sunk' }, { name: 'Wreck' }))).toBeNull()
})

it('refuses any other move, and says what would be allowed', () => {
  expect(refusalOf(() => requireTransitions(boats, { status: 'ashore' }, { status: 'sunk' }))).toEqual({
    code: 'INVALID_TRANSITION',
    message: 'A boat that is ashore cannot become sunk.',
    details: { field: 'status', from: 'ashore', to: 'sunk', allowed: ['afloat'] },
  })
  expect(refusalOf(() => requireTransitions(boats, { status: 'sunk' }, { status: null }))).toMatchObject({
    code: 'INVALID_TRANSITION',
  })
})

it('lets a new record start with the default only', () => {
  expect(refusalOf(() => requireInitialStatuses(boats, { status: 'ashore' }))).toBeNull()
  expect(refusalOf(() => requireInitialStatuses(boats, { status: 'afloat' }))).toMatchObject({
    code: 'VALIDATION_FAILED',
    details: { fields: { status: ['A new boat starts as ashore.'] } },
  })
})
