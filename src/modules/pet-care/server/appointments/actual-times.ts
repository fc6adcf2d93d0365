import type { AppointmentValues } from './appointment-values.ts'

/**
 * When somebody really came and left, told by the moves of the status.
 * @param now ISO 8601
 */
export function actualTimes(
  before: Pick<AppointmentValues, 'status'> | null,
  { status }: Pick<AppointmentValues, 'status'>,
  now: string,
): Partial<Pick<AppointmentValues, 'actualStart' | 'actualEnd'>> {
  if (before === null || before.status === status) return {}
  if (status === 'in_progress') return { actualStart: now }
  return before.status === 'in_progress' ? { actualEnd: now } : {}
}
