import { expect, it } from 'vitest'
import { stepAt, stepIndex, stepOfField, wizardSteps } from './wizard-steps.ts'

it('knows which screen asks for a field of the request', () => {
  expect(stepOfField('business.address.city')).toBe('business')
  expect(stepOfField('subdomain')).toBe('address')
  expect(stepOfField('owner.email')).toBe('owner')
  expect(stepOfField('preferences.services.0')).toBe('preferences')
  expect(stepOfField('(input)')).toBeUndefined()
})

it('stays within the wizard', () => {
  expect(stepIndex('nonsense')).toBe(0)
  expect(stepIndex(null)).toBe(0)
  expect(stepAt(-1).id).toBe('business')
  expect(stepAt(99).id).toBe('review')
  expect(stepAt(stepIndex('owner')).id).toBe('owner')
  expect(wizardSteps).toHaveLength(5)
})
