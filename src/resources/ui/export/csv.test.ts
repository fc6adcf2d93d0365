import { expect, test } from 'vitest'
import { dogs, rex } from '../testing/kennel.ts'
import { csvHead, csvRecord } from './csv.ts'

const settings = { timeZone: 'UTC', currency: 'EUR' }

test('the head names every shown field and the two times', () => {
  expect(csvHead(dogs)).toBe(
    'Name,Keeper,Size,Born,Weight,Walk,Calm,Chipped,Fee,Currency,Tricks,Notes,Created,Changed\r\n',
  )
})

test('words as on screen, numbers and dates as programs read them', () => {
  expect(csvRecord(dogs, rex, settings)).toBe(
    'Rex,"Bella ""Bee"" Smith",Large,2020-05-31,31.5,45,Yes,,1234.56,GBP,"sit, roll",,2026-01-02T03:04:05.000Z,2026-02-03T04:05:06.000Z\r\n',
  )
})

test('lines inside a text stay inside its cell', () => {
  expect(csvRecord(dogs, { ...rex, notes: 'One\nTwo' }, settings)).toContain('"One\nTwo"')
})

test('text is never taken for a formula', () => {
  for (const name of ['=1+1', '@cmd', '-2', '+3', '\t=4']) {
    expect(csvRecord(dogs, { ...rex, name }, settings).startsWith(`'${name}`)).toBe(true)
  }
})
