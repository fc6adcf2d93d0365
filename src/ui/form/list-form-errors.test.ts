import { describe, expect, it } from 'vitest'
import { listFormErrors } from './list-form-errors.ts'

describe('listFormErrors', () => {
  it('gives one line per field with its dotted path, in order', () => {
    const errors = {
      business: { name: { type: 'too_small', message: 'Enter a name' } },
      owner: {
        email: { type: 'custom', message: 'Enter an e-mail' },
        password: { type: 'custom', message: 'Too short' },
      },
    }
    expect(listFormErrors(errors)).toEqual([
      { path: 'business.name', message: 'Enter a name' },
      { path: 'owner.email', message: 'Enter an e-mail' },
      { path: 'owner.password', message: 'Too short' },
    ])
  })

  it('names members of lists and puts root errors on what contains them', () => {
    const errors = {
      services: Object.assign([undefined, { price: { type: 'min', message: 'Not negative' } }], {
        root: { type: 'min', message: 'Choose one' },
      }),
      root: { type: 'server', message: 'Try again' },
    }
    expect(listFormErrors(errors)).toEqual([
      { path: 'services.1.price', message: 'Not negative' },
      { path: 'services', message: 'Choose one' },
      { path: '', message: 'Try again' },
    ])
  })

  it('keeps named root errors on the form', () => {
    expect(listFormErrors({ root: { server: { type: 'server', message: 'Offline' } } })).toEqual([
      { path: 'server', message: 'Offline' },
    ])
  })

  it('says something when an error has no message', () => {
    expect(listFormErrors({ name: { type: 'required', message: '' } })).toEqual([
      { path: 'name', message: 'This entry is not valid' },
    ])
  })

  it('treats a field called type as a field', () => {
    expect(listFormErrors({ room: { type: { type: 'required', message: 'Choose a type' } } })).toEqual([
      { path: 'room.type', message: 'Choose a type' },
    ])
  })
})
