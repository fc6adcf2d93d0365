import { requireResource } from '../define-module.ts'
import { containsPattern } from '#src/shared/contains-pattern.ts'
import type { Where } from '../fields/filter.ts'
import { referenceKey } from '../naming.ts'
import type { ListQuery } from '../record-schemas.ts'
import type { RecordTarget } from './record-target.ts'

/** More words than this only make a search slower. */
const MAX_WORDS = 8

/** The condition for records that exist, pass all filters and have every word of `q` somewhere. */
export function whereOf(target: RecordTarget, asked: ListQuery): Where {
  return { deletedAt: null, AND: [...listFilters(target, asked), ...listSearches(target, asked.q ?? '')] }
}

function listFilters({ resource }: RecordTarget, asked: ListQuery): Where[] {
  return Object.entries(resource.fields).flatMap(([name, field]) =>
    field.filter.parameters.flatMap((parameter) => {
      const value = asked[`${name}${parameter.suffix}`]
      return value === undefined ? [] : [parameter.where(name, value)]
    }),
  )
}

function listSearches(target: RecordTarget, q: string): Where[] {
  const words = q.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
  return words.map((word) => {
    const contains = { contains: containsPattern(word), mode: 'insensitive' }
    return { OR: target.resource.search.map((name) => onLabel(target, name, contains)) }
  })
}

/** The order asked for, or the resource's own; equal records follow their age, so that pages never overlap. */
export function orderOf(target: RecordTarget, { sortBy, order }: ListQuery): Where[] {
  const { sort } = target.resource
  const by = sortBy ?? sort.by
  const direction = order ?? (sortBy === undefined ? sort.order : 'asc')
  const field = target.resource.fields[by]
  const isNullable = field?.presence === 'optional' && field.kind !== 'reference'
  return [onLabel(target, by, isNullable ? { sort: direction, nulls: 'last' } : direction), { id: direction }]
}

/** A condition or order on a field; for a reference, on the label of the record behind it. */
function onLabel({ module, resource }: RecordTarget, name: string, condition: unknown): Where {
  const field = resource.fields[name]
  if (field?.kind !== 'reference') return { [name]: condition }
  return { [referenceKey(name)]: { [requireResource(module, field.to).labelField]: condition } }
}
