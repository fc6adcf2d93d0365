import { describe, expect, it, vi } from 'vitest'
import { applyServerErrors, hasPath } from './apply-server-errors.ts'

function createForm() {
  return {
    setError: vi.fn(),
    getValues: () => ({ business: { name: '', phone: undefined }, services: [{ price: 1 }] }),
  }
}

describe('applyServerErrors', () => {
  it('puts each message at its field and focuses the first only', () => {
    const form = createForm()
    applyServerErrors(form, {
      'business.name': ['Too short.', 'Not allowed.'],
      'services.0.price': ['Not negative.'],
    })
    expect(form.setError.mock.calls).toEqual([
      ['business.name', { type: 'server', message: 'Too short. Not allowed.' }, { shouldFocus: true }],
      ['services.0.price', { type: 'server', message: 'Not negative.' }, { shouldFocus: false }],
    ])
  })

  it('shows what belongs to no field as an error of the whole form, without moving focus', () => {
    const form = createForm()
    applyServerErrors(form, { idempotencyKey: ['Used before.'] })
    expect(form.setError.mock.calls).toEqual([
      ['root.server', { type: 'server', message: 'Used before.' }, { shouldFocus: false }],
    ])
  })

  it('skips paths without a sentence', () => {
    const form = createForm()
    applyServerErrors(form, { 'business.name': [] })
    expect(form.setError).not.toHaveBeenCalled()
  })
})

describe('hasPath', () => {
  it('finds fields whose value is undefined, and list members by number', () => {
    const values = createForm().getValues()
    expect(hasPath(values, 'business.phone')).toBe(true)
    expect(hasPath(values, 'services.0.price')).toBe(true)
    expect(hasPath(values, 'services.1.price')).toBe(false)
    expect(hasPath(values, 'business.name.first')).toBe(false)
  })
})
