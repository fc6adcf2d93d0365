import { expect, test } from 'vitest'
import { listSchema } from '../../record-schemas.ts'
import { dogs, keepers } from '../testing/kennel.ts'
import { allFilterParameters, toFilters, toFilterValues, withoutField } from './filter-values.ts'
import { printFilter } from './print-filter.ts'

const settings = { timeZone: 'UTC', currency: 'EUR' }

test('every parameter is one the server knows', () => {
  const known = Object.keys(listSchema(dogs).parse({ ...everyFilter() }))
  for (const parameter of allFilterParameters(dogs)) expect(known).toContain(parameter)
  expect(allFilterParameters(keepers)).toEqual(['name', 'phone'])
})

function everyFilter(): Record<string, string> {
  const values: Record<string, string> = {
    size: 'small',
    isCalm: 'true',
    isChipped: 'false',
    currency: 'EUR',
  }
  return Object.fromEntries(
    allFilterParameters(dogs).map((parameter) => [
      parameter,
      values[parameter] ??
        (parameter === 'keeperId'
          ? '01890000-0000-7000-8000-00000000000a'
          : parameter.startsWith('born')
            ? '2020-01-01'
            : '1'),
    ]),
  )
}

test('filters survive the way through the form and back', () => {
  const filters = everyFilter()
  expect(toFilters(toFilterValues(dogs, filters))).toEqual(filters)
})

test('inputs that are empty or nonsense narrow nothing', () => {
  expect(toFilters({ name: '  ', weightFrom: Number.NaN, weightTo: null, size: [] })).toEqual({})
})

test('several choices are one parameter', () => {
  expect(toFilters({ size: ['small', 'large'] })).toEqual({ size: 'small,large' })
})

test('a field’s filter goes with both of its ends', () => {
  const filters = { weightFrom: '1', weightTo: '2', name: 'x' }
  expect(withoutField(filters, 'weight', dogs.fields.weight)).toEqual({ name: 'x' })
})

test('filters read as people say them', () => {
  const print = (name: keyof typeof dogs.fields, filters: Record<string, string>) =>
    printFilter(filters, { name, field: dogs.fields[name], ...settings })
  expect(print('weight', { weightFrom: '5', weightTo: '10' })).toBe('5 kg to 10 kg')
  expect(print('weight', { weightTo: '10' })).toBe('up to 10 kg')
  expect(print('feeCents', { feeCentsFrom: '5000' })).toBe('from €50.00')
  expect(print('born', { bornFrom: '2020-05-31', bornTo: '2020-05-31' })).toBe('31 May 2020')
  expect(print('size', { size: 'small,large' })).toBe('Small, Large')
  expect(print('isCalm', { isCalm: 'false' })).toBe('no')
  expect(print('name', {})).toBeUndefined()
})
