import { expect, test } from 'vitest'
import { changedFields, shownFields, toFormValues, toInput } from './form-values.ts'
import { dogs, keepers, rex } from './testing/kennel.ts'

test('hidden fields are left to programs', () => {
  expect(shownFields(keepers).map(([name]) => name)).toEqual(['name', 'phone', 'hours'])
})

test('a new record starts with its defaults and the currency of the tenant', () => {
  expect(toFormValues(dogs, undefined, { currency: 'GBP' })).toMatchObject({
    name: '',
    keeperId: '',
    walkMinutes: 30,
    weight: null,
    isCalm: false,
    isChipped: '',
    currency: 'GBP',
    tricks: [],
  })
})

test('a record keeps its own currency', () => {
  expect(toFormValues(dogs, { ...rex, currency: 'USD' }, { currency: 'GBP' })['currency']).toBe('USD')
})

test('every day of a week has a place in the form, and only worked ones are sent', () => {
  const values = toFormValues(keepers, undefined, { currency: 'EUR' })
  expect(Object.keys(values['hours'] as object)).toHaveLength(7)
  const monday = [{ from: '09:00', to: '17:00' }]
  expect(toInput(keepers, { ...values, hours: { monday, tuesday: [] } })['hours']).toEqual({ monday })
})

test('only fields that differ are sent, and nothing when nothing does', () => {
  const same = { ...rex, tricks: [...(rex['tricks'] as string[])] }
  expect(changedFields(dogs, same, rex)).toEqual({})
  expect(changedFields(dogs, { ...same, weight: 30, notes: 'Shy', born: null }, rex)).toEqual({
    weight: 30,
    notes: 'Shy',
    born: null,
  })
})
