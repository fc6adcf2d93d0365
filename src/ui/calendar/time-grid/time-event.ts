import type { ReactNode } from 'react'
import type { Day } from '../calendar-day.ts'
import type { CalendarTone } from '../calendar-tone.ts'

/** Minutes of a day's wall clock, 0 to 1440; `to` is not part of it. */
export type ClockSpan = { from: number; to: number }

/** A column: a person, a resource or a day. It shows one day. */
export type TimeColumn = {
  id: string
  label: string
  detail?: string
  day: Day
  /** when there is work; the rest is shaded */
  hours: readonly ClockSpan[]
}

/** Where something lies: a column and two moments, ISO 8601. */
export type TimePlace = { columnId: string; start: string; end: string }

/** Something that takes time. */
export type TimeEvent = TimePlace & {
  id: string
  title: string
  detail?: string
  /** its state in a word, for screen readers; `icon` shows it */
  state?: string
  icon?: ReactNode
  tone?: CalendarTone
  /** over or called off: drawn quietly */
  isFaint?: boolean
  /** cannot be moved, nor made longer or shorter */
  isFixed?: boolean
  /** minutes kept free before and after it */
  before?: number
  after?: number
}

/** Events move, grow and shrink by this many minutes. */
export const STEP_MINUTES = 15
