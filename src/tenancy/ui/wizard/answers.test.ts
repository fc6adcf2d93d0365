import { describe, expect, it } from 'vitest'
import { signUpInput } from '../../sign-up.ts'
import { createAnswers, suggestedServices, toSignUpRequest } from './answers.ts'
import { sampleAnswers, sampleOptions } from './testing/sample-sign-up.ts'

describe('toSignUpRequest', () => {
  it('makes a request that the server’s schema accepts', () => {
    const request = toSignUpRequest(sampleAnswers(), sampleOptions)
    expect(signUpInput.safeParse(request).error).toBeUndefined()
    expect(request.business).toEqual({ name: 'Harbour Lane Dogs', industry: 'pet-care' })
  })

  it('leaves out what was left empty, and sends a postal address as soon as one line has text', () => {
    const answers = sampleAnswers()
    answers.business.phone = '  '
    expect(toSignUpRequest(answers, sampleOptions).business).not.toHaveProperty('phone')
    expect(toSignUpRequest(answers, sampleOptions).business).not.toHaveProperty('address')
    answers.business.address.city = 'Leeds'
    expect(toSignUpRequest(answers, sampleOptions).business.address).toMatchObject({
      city: 'Leeds',
      street: '',
    })
  })

  it('drops choices that belong to an industry chosen before', () => {
    const answers = sampleAnswers()
    answers.business.industry = 'lettings'
    answers.preferences.modules = ['lettings', 'pet-care', 'gone']
    answers.preferences.services = ['bath', 'cleaning']
    expect(toSignUpRequest(answers, sampleOptions).preferences).toMatchObject({
      modules: ['pet-care'],
      services: ['cleaning'],
    })
  })
})

it('suggests the ticked services of the industry alone', () => {
  expect(suggestedServices(sampleOptions, 'pet-care')).toEqual(['bath'])
  expect(suggestedServices(sampleOptions, '')).toEqual([])
})

it('starts every visitor with answers of their own', () => {
  createAnswers().preferences.services.push('bath')
  expect(createAnswers().preferences.services).toEqual([])
})
