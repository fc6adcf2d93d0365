import { describe, expect, it } from 'vitest'
import { daysOf, parseView, rangeOf, turnPage, writeView, type CalendarView } from './calendar-view.ts'

const today = '2026-03-12'
const plain: CalendarView = { day: today, span: 'day', by: 'staff', who: null }

describe('the address of a calendar', () => {
  it('is empty for today and everybody, and keeps what else stands there', () => {
    expect(writeView(new URLSearchParams('appointment=x'), plain, today).toString()).toBe('appointment=x')
    expect(parseView(new URLSearchParams(''), today)).toEqual(plain)
  })

  it('reads back what it wrote', () => {
    const view: CalendarView = { day: '2026-03-29', span: 'week', by: 'resource', who: 'van' }
    expect(parseView(writeView(new URLSearchParams(), view, today), today)).toEqual(view)
  })

  it('shows today when a link names no day that exists', () => {
    expect(parseView(new URLSearchParams('day=2026-02-30&span=year&by=moon'), today)).toEqual(plain)
  })
})

describe('pages', () => {
  it('turn by what is on screen', () => {
    expect(turnPage(plain, 1).day).toBe('2026-03-13')
    expect(turnPage({ ...plain, span: 'week' }, -1).day).toBe('2026-03-05')
    expect(daysOf({ ...plain, span: 'week' })).toHaveLength(7)
  })

  it('ask for whole days of the zone, 23 hours long where clocks go forward', () => {
    const { from, to } = rangeOf({ ...plain, day: '2026-03-29' }, 'Europe/Berlin')
    expect([from, to]).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
  })
})
