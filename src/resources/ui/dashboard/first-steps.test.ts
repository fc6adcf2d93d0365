import { expect, test } from 'vitest'
import { dogs, keepers } from '../testing/kennel.ts'
import { listFirstSteps } from './first-steps.ts'

const targets = [dogs, keepers].map((resource) => ({ moduleId: 'kennel', resource }))

test('what another record needs comes before it', () => {
  const steps = listFirstSteps(targets, () => 0)
  expect(steps.map(({ target }) => target.resource.name)).toEqual(['keepers', 'dogs'])
})

test('a step is done once there is a record', () => {
  const steps = listFirstSteps(targets, ({ resource }) => (resource.name === 'keepers' ? 1 : 0))
  expect(steps.map(({ done }) => done)).toEqual([true, false])
})

test('a step that is not open to the person is no obstacle', () => {
  expect(listFirstSteps([{ moduleId: 'kennel', resource: dogs }], () => 0)).toHaveLength(1)
})
