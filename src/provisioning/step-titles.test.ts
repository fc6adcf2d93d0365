import { expect, it } from 'vitest'
import { createTenantSteps } from './run.ts'
import { getStepTitle, titledSteps } from './step-titles.ts'

it('has words for every step of a sign-up, in the order of the steps', () => {
  expect(titledSteps).toEqual(createTenantSteps)
  const titles = createTenantSteps.map((name) => getStepTitle(name).title)
  expect(new Set(titles).size).toBe(createTenantSteps.length)
})

it('shows a step nobody wrote words for by its own name', () => {
  expect(getStepTitle('toString')).toEqual({ title: 'toString', purpose: '' })
})
