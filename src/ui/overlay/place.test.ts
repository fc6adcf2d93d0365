import { describe, expect, it } from 'vitest'
import { place } from './place.ts'

const room = {
  windowWidth: 1000,
  windowHeight: 800,
  width: 200,
  height: 300,
  align: 'start',
  side: 'below',
} as const

describe('place', () => {
  it('goes below the anchor, edges in line', () => {
    expect(place({ ...room, anchor: { top: 100, left: 50, width: 80, height: 40 } })).toMatchObject({
      top: 146,
      left: 50,
    })
  })

  it('goes above when there is no room below', () => {
    expect(place({ ...room, anchor: { top: 700, left: 50, width: 80, height: 40 } }).top).toBe(394)
  })

  it('shrinks where neither side has room, on the larger one', () => {
    const placed = place({
      ...room,
      windowHeight: 300,
      anchor: { top: 100, left: 50, width: 80, height: 40 },
    })
    expect(placed).toMatchObject({ top: 146, maxHeight: 146 })
  })

  it('stays in the window at both edges', () => {
    expect(place({ ...room, anchor: { top: 100, left: 950, width: 40, height: 40 } }).left).toBe(792)
    expect(place({ ...room, align: 'end', anchor: { top: 100, left: 10, width: 40, height: 40 } }).left).toBe(
      8,
    )
  })

  it('centres, and prefers above when asked', () => {
    const placed = place({
      ...room,
      align: 'center',
      side: 'above',
      anchor: { top: 500, left: 400, width: 100, height: 20 },
    })
    expect(placed).toMatchObject({ top: 194, left: 350 })
  })
})
