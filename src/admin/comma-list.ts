import { z } from 'zod'

const MAX_VALUES = 20

/**
 * Several values of a filter: an array, or one text with commas as addresses carry it. Nothing, and a list without
 * values, mean no filter.
 */
export function commaList<Value extends z.ZodType>(value: Value) {
  return z
    .preprocess(toList, z.array(value).max(MAX_VALUES, `At most ${MAX_VALUES} values.`).optional())
    .optional()
}

function toList(raw: unknown): unknown {
  const parts = typeof raw === 'string' ? raw.split(',').map((part) => part.trim()) : raw
  if (!Array.isArray(parts)) return raw ?? undefined
  const given: unknown[] = parts.filter((part) => part !== '')
  return given.length === 0 ? undefined : given
}
