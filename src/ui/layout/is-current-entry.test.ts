import { describe, expect, it } from 'vitest'
import { isCurrentEntry } from './is-current-entry.ts'

describe('isCurrentEntry', () => {
  it('holds on the page itself and on pages below it', () => {
    expect(isCurrentEntry({ href: '/pet-care/pets' }, '/pet-care/pets')).toBe(true)
    expect(isCurrentEntry({ href: '/pet-care/pets' }, '/pet-care/pets/42')).toBe(true)
  })

  it('does not hold for a sibling that starts alike', () => {
    expect(isCurrentEntry({ href: '/pet-care/pets' }, '/pet-care/pets-archive')).toBe(false)
  })

  it('never holds below the front page or an exact entry', () => {
    expect(isCurrentEntry({ href: '/' }, '/team')).toBe(false)
    expect(isCurrentEntry({ href: '/admin', exact: true }, '/admin/runs')).toBe(false)
  })
})
