import { expect, test } from 'vitest'
import type { AnyField } from '../../fields/any-field.ts'
import { dogs, keepers, rex } from '../testing/kennel.ts'
import { describeRecord } from './describe-record.ts'
import { printValue } from './print-value.ts'

const settings = { timeZone: 'Europe/London', currency: 'EUR' }

function print(name: string, values: Record<string, unknown> = {}): string {
  const field: AnyField | undefined = (dogs.fields as Record<string, AnyField>)[name]
  if (!field) throw new Error(`no field ${name}`)
  return printValue({ name, field, record: { ...rex, ...values }, ...settings })
}

test('values read as people say them', () => {
  expect(print('name')).toBe('Rex')
  expect(print('keeperId')).toBe('Bella "Bee" Smith')
  expect(print('size')).toBe('Large')
  expect(print('born')).toBe('31 May 2020')
  expect(print('weight')).toBe('31.5 kg')
  expect(print('walkMinutes')).toBe('45 min')
  expect(print('isCalm')).toBe('Yes')
  expect(print('tricks')).toBe('sit, roll')
})

test('an amount is in the currency of its record, else of the tenant', () => {
  expect(print('feeCents')).toBe('£1,234.56')
  expect(print('feeCents', { currency: null })).toBe('€1,234.56')
  expect(print('feeCents', { currency: 'JPY' })).toBe('¥123,456')
})

test('what is empty prints nothing', () => {
  expect(print('notes')).toBe('')
  expect(print('isChipped')).toBe('')
  expect(print('keeperId', { keeperId: null, keeper: null })).toBe('')
})

test('a record is told from its namesake by its first columns', () => {
  expect(describeRecord(dogs, rex, settings)).toBe('Bella "Bee" Smith · 31.5 kg')
  expect(describeRecord(keepers, { ...rex, phone: null }, settings)).toBe('')
})
