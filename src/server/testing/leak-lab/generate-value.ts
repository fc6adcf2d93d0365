import type { z } from 'zod'
import type { $ZodTypes } from 'zod/v4/core'

/** What the schema leaves open. */
export type Choices = {
  /** value of a field that names something; undefined leaves an optional one out */
  idOf: (field: string, isOptional: boolean) => string | undefined
  /** value of a field that proves something, such as a token */
  secretOf: (field: string) => string | undefined
  /** whether optional fields that are neither are filled too */
  fill: 'required' | 'all'
  /** values that pass, by the name of the field */
  samples: Readonly<Record<string, unknown>>
}

const SECRET = /^(token|ticket|secret)$|Token$/
const TEXT = 'Leak lab'

export function isSecretField(field: string): boolean {
  return SECRET.test(field)
}

/** A value that the schema should accept, as far as its parts say what they want. */
export function generateValue(schema: z.core.$ZodType, field: string, choices: Choices): unknown {
  const { def } = (schema as $ZodTypes)._zod
  if (field in choices.samples && def.type !== 'optional') return choices.samples[field]
  switch (def.type) {
    case 'object':
      return generateObject(def.shape, choices)
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nullable':
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return generateValue(def.innerType, field, choices)
    case 'pipe':
      // A step that only tidies what was typed says nothing about it; the schema behind it does.
      return generateValue(isTransform(def.in) ? def.out : def.in, field, choices)
    case 'string':
      return generateText(schema, field, choices)
    case 'number':
      return Math.max(1, factsOf(schema).minimum)
    case 'boolean':
      return true
    case 'literal':
      return def.values[0]
    case 'enum':
      return Object.values(def.entries)[0]
    case 'array':
      return [generateValue(def.element, field, choices)]
    case 'record':
      return {}
    case 'union':
      return def.options[0] && generateValue(def.options[0], field, choices)
    case 'date':
      return new Date(0)
    default:
      return TEXT
  }
}

function generateObject(shape: Readonly<Record<string, z.core.$ZodType>>, choices: Choices): object {
  const entries = Object.entries(shape).flatMap(([name, schema]) => {
    if (!isWanted(name, schema, choices)) return []
    const value = generateValue(schema, name, choices)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}

function isWanted(
  name: string,
  schema: z.core.$ZodType,
  { idOf, secretOf, fill, samples }: Choices,
): boolean {
  const isOptional = mayBeLeftOut(schema)
  if (isOptional && name in samples && samples[name] === undefined) return false
  if (isIdField(name, schema)) return !isOptional || idOf(name, true) !== undefined
  if (isSecretField(name)) return !isOptional || secretOf(name) !== undefined
  return !isOptional || fill === 'all'
}

/** What tidies its input takes `undefined` for the sake of its error message, so the schema's own mark says nothing. */
function mayBeLeftOut(schema: z.core.$ZodType): boolean {
  const { def } = (schema as $ZodTypes)._zod
  if (def.type === 'nullable' || def.type === 'readonly') return mayBeLeftOut(def.innerType)
  if (def.type === 'pipe') return !isTransform(def.in) && mayBeLeftOut(def.in)
  return def.type === 'optional' || def.type === 'default' || def.type === 'prefault'
}

/** True for a field that names a record, a person or anything else that lies in the database. */
export function isIdField(name: string, schema: z.core.$ZodType): boolean {
  const { def } = (schema as $ZodTypes)._zod
  if (name === 'id') return true
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nullable':
      return isIdField(name, def.innerType)
    case 'pipe':
      return isIdField(name, isTransform(def.in) ? def.out : def.in)
    case 'array':
      return isIdField(name, def.element)
    case 'string':
      return ['guid', 'uuid'].includes(factsOf(schema).format)
    default:
      return false
  }
}

function generateText(schema: z.core.$ZodType, field: string, choices: Choices): unknown {
  if (isIdField(field, schema)) return choices.idOf(field, false)
  if (isSecretField(field)) return choices.secretOf(field) ?? 'x'.repeat(43)
  const { format, minimum, maximum } = factsOf(schema)
  if (format === 'email') return 'nobody@leak-lab.test'
  if (format === 'date') return '2020-02-29'
  if (format === 'datetime') return '2024-05-31T09:30:00.000Z'
  if (format === 'url') return 'https://leak-lab.test/'
  return TEXT.padEnd(minimum, 'x').slice(0, maximum)
}

function isTransform(schema: z.core.$ZodType): boolean {
  return (schema as $ZodTypes)._zod.def.type === 'transform'
}

type Facts = { format: string; minimum: number; maximum: number }

/** What a schema and its checks say about the values they let through. */
function factsOf(schema: z.core.$ZodType): Facts {
  const { def } = schema._zod
  const facts: Facts = { format: '', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
  for (const part of [def, ...(def.checks ?? []).map(({ _zod }) => _zod.def)]) {
    const said: Record<string, unknown> = { ...part }
    if (typeof said['format'] === 'string') facts.format = said['format']
    if (said['check'] === 'min_length') facts.minimum = Number(said['minimum'])
    if (said['check'] === 'max_length') facts.maximum = Number(said['maximum'])
    if (said['check'] === 'length_equals') facts.minimum = facts.maximum = Number(said['length'])
    if (said['check'] === 'greater_than') facts.minimum = Number(said['value'])
  }
  return facts
}
