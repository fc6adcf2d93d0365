import type { StatusMachine } from './fields/select.ts'

/** Where a status may go from `current`, or where it may start without one. */
export function nextStatuses(machine: StatusMachine, current: string | null | undefined): readonly string[] {
  if (current === null || current === undefined || current === '') return machine.initial
  return machine.transitions[current] ?? []
}
