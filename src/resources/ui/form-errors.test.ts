import { expect, test } from 'vitest'
import { errorsAtInputs, inputPathOf, sentencesAtInputs } from './form-errors.ts'
import { dogs, keepers } from './testing/kennel.ts'

test('an error inside a value belongs to the input around it', () => {
  expect(inputPathOf(keepers, 'hours.monday.0.to')).toBe('hours.monday')
  expect(inputPathOf(keepers, 'hours')).toBe('hours')
  expect(inputPathOf(dogs, 'tricks.3')).toBe('tricks')
  expect(inputPathOf(dogs, 'name')).toBe('name')
})

test('the first error of each input is kept', () => {
  const errors = {
    name: { type: 'x', message: 'Enter the name.' },
    hours: {
      monday: [{ to: { type: 'x', message: 'First.' } }, { from: { type: 'x', message: 'Second.' } }],
      friday: { type: 'x', message: 'Overlap.' },
    },
  }
  expect(errorsAtInputs(keepers, errors)).toEqual({
    name: { type: 'custom', message: 'Enter the name.' },
    hours: {
      monday: { type: 'custom', message: 'First.' },
      friday: { type: 'custom', message: 'Overlap.' },
    },
  })
})

test('sentences of the server are gathered at their inputs', () => {
  expect(
    sentencesAtInputs(keepers, { 'hours.monday.0': ['A.'], 'hours.monday.1': ['B.'], name: ['C.'] }),
  ).toEqual({
    'hours.monday': ['A.', 'B.'],
    name: ['C.'],
  })
})
