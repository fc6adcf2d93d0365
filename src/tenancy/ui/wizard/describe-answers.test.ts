import { expect, it } from 'vitest'
import { describeAnswers } from './describe-answers.ts'
import { sampleAnswers, sampleOptions } from './testing/sample-sign-up.ts'

function rowsOf(answers = sampleAnswers()): Record<string, string> {
  const rows = describeAnswers(answers, sampleOptions).flatMap((group) => group.rows)
  return Object.fromEntries(rows.map(({ name, value, missing }) => [name, missing ?? value]))
}

it('shows every answer in words and leaves out what was left empty', () => {
  expect(rowsOf()).toEqual({
    Name: ' Harbour Lane Dogs ',
    Industry: 'Pet care',
    Address: 'harbour-lane-dogs.berth.test',
    'Full name': 'Maya Okafor',
    'E-mail': 'maya@example.com',
    Password: 'as you typed it',
    Timezone: 'Europe/London',
    Currency: 'GBP',
    Plan: 'Free',
    Services: 'Bath',
  })
})

it('never shows the password, and asks for one that a reload has lost', () => {
  expect(Object.values(rowsOf()).join()).not.toContain('Sea-gull7')
  const answers = sampleAnswers()
  answers.owner.password = ''
  expect(rowsOf(answers)['Password']).toMatch(/enter it again/)
})

it('says so when no service was ticked', () => {
  const answers = sampleAnswers()
  answers.preferences.services = []
  expect(rowsOf(answers)['Services']).toBe('none')
})
