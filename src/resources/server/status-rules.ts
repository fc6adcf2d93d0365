import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import type { Resource } from '../define-resource.ts'
import type { SelectField, StatusMachine } from '../fields/select.ts'
import { nextStatuses } from '../status-machine.ts'
import type { Row } from './record-delegate.ts'

/**
 * A new record starts where its status may start.
 * @throws AppError VALIDATION_FAILED
 */
export function requireInitialStatuses(resource: Resource, values: Row): void {
  for (const [name, field] of listMachines(resource)) {
    const value = values[name]
    if (typeof value !== 'string' || field.machine.initial.includes(value)) continue
    const words = field.machine.initial.map((status) => labelOf(field, status)).join(' or ')
    throw fieldError(name, `A new ${resource.singular} starts as ${words}.`)
  }
}

/**
 * A status moves along its declared transitions alone.
 * @throws AppError INVALID_TRANSITION with `from`, `to` and what is `allowed`
 */
export function requireTransitions(resource: Resource, before: Row, changes: Row): void {
  for (const [name, field] of listMachines(resource)) {
    const [from, to] = [before[name], changes[name]]
    if (to === undefined || to === from) continue
    const allowed = nextStatuses(field.machine, typeof from === 'string' ? from : null)
    if (typeof to === 'string' && allowed.includes(to)) continue
    throw new AppError('INVALID_TRANSITION', {
      message: `A ${resource.singular} that is ${labelOf(field, from)} cannot become ${labelOf(field, to)}.`,
      details: { field: name, from, to, allowed },
    })
  }
}

/** Fields whose value only moves; leaving one out of a whole record leaves it as it is. */
export function listMachines({
  fields,
}: Pick<Resource, 'fields'>): [string, SelectField & { machine: StatusMachine }][] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'select' && field.machine ? [[name, { ...field, machine: field.machine }]] : [],
  )
}

function labelOf({ options }: SelectField, value: unknown): string {
  return (options.find((option) => option.value === value)?.label ?? String(value)).toLowerCase()
}
