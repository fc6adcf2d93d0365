import { expect, it } from 'vitest'
import type { Answers } from './answers.ts'
import { createStepResolver } from './step-schemas.ts'
import { sampleAnswers, sampleOptions } from './testing/sample-sign-up.ts'

const extras = ['concierge', 'overlay'].map((id) => ({ id, title: id, description: id }))
const options = { ...sampleOptions, modules: [...sampleOptions.modules, ...extras] }

async function errorsOf(changes: Partial<Answers['preferences']>) {
  const answers = sampleAnswers()
  const resolve = createStepResolver('preferences', options)
  const { errors } = await resolve(
    { ...answers, preferences: { ...answers.preferences, ...changes } },
    undefined,
    {
      fields: {},
      shouldUseNativeValidation: false,
    },
  )
  return errors.preferences ?? {}
}

it('asks for fewer modules, or a larger plan, where the plan has no room', async () => {
  expect(await errorsOf({ modules: ['lettings'] })).toEqual({})
  expect(await errorsOf({ modules: ['lettings', 'concierge'] })).toMatchObject({
    modules: { message: expect.stringContaining('The plan Free has room for 2 modules') as string },
  })
  expect(await errorsOf({ modules: ['lettings', 'concierge'], plan: 'starter' })).toEqual({})
})

it('does not count what belongs to no choice: the module of the industry, and what is not offered', async () => {
  expect(await errorsOf({ modules: ['pet-care', 'lettings', 'gone'] })).toEqual({})
})

it('shows what else is wrong at the same time', async () => {
  const errors = await errorsOf({ modules: ['lettings', 'concierge'], currency: 'nope' })
  expect(Object.keys(errors).toSorted()).toEqual(['currency', 'modules'])
})
