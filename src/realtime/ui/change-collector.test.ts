import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createChangeCollector } from './change-collector.ts'

describe('changes of a part', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function setUp() {
    const renewed: string[] = []
    return { renewed, collector: createChangeCollector((part) => void renewed.push(part)) }
  }

  it('are shown at once, and then once a second, the last one too', () => {
    const { renewed, collector } = setUp()
    for (let index = 0; index < 25; index += 1) {
      collector.note('pet-care')
      vi.advanceTimersByTime(100)
    }
    expect(renewed).toHaveLength(3)
    vi.advanceTimersByTime(5_000)
    expect(renewed).toHaveLength(4)
  })

  it('do not hold up those of another part', () => {
    const { renewed, collector } = setUp()
    collector.note('pet-care')
    collector.note('lettings')
    expect(renewed).toEqual(['pet-care', 'lettings'])
  })

  it('are of no interest once the page is left', () => {
    const { renewed, collector } = setUp()
    collector.note('pet-care')
    collector.note('pet-care')
    collector.stop()
    vi.advanceTimersByTime(5_000)
    expect(renewed).toEqual(['pet-care'])
  })
})
