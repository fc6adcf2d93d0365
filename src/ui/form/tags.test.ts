import { describe, expect, it } from 'vitest'
import { addTags } from './tags.ts'

describe('addTags', () => {
  it('adds what is typed or pasted, tidied', () => {
    expect(addTags(['cut'], ' nail  trim, Bath;\nbrush ,', 10)).toEqual(['cut', 'nail trim', 'Bath', 'brush'])
  })

  it('drops doubles whatever their case', () => {
    expect(addTags(['Cut'], 'cut, bath, BATH', 10)).toEqual(['Cut', 'bath'])
  })

  it('stops at the most there may be', () => {
    expect(addTags(['a'], 'b, c, d', 3)).toEqual(['a', 'b', 'c'])
  })
})
