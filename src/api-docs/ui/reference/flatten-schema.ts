import { follow, type OpenApi, type Schema } from './open-api.ts'

/** One line of the table that shows a schema. */
export type SchemaRow = {
  /** names of what it lies in, with their dots */
  within: string
  name: string
  type: string
  isRequired: boolean
  description: string
  choices: readonly string[]
  /** limits and default, in words */
  limits: readonly string[]
}

const MAX_DEPTH = 5

/** The fields of an object, those of nested objects right behind it. */
export function flattenSchema(document: OpenApi, schema: Schema, within = ''): SchemaRow[] {
  const { properties = {}, required = [] } = unwrap(document, schema).schema
  return Object.entries(properties).flatMap(([name, property]) => {
    const { schema: inner, type } = unwrap(document, property)
    const row = {
      within,
      name,
      type,
      isRequired: required.includes(name),
      description: worthSaying(name, property.description ?? inner.description ?? ''),
      choices: (inner.enum ?? []).map(String),
      limits: limitsOf({ ...inner, ...property }),
    }
    const isList = type.startsWith('list')
    const isDeep = within.split('.').length > MAX_DEPTH
    return [row, ...(isDeep ? [] : flattenSchema(document, inner, `${within}${name}${isList ? '[]' : ''}.`))]
  })
}

/** A label that says no more than the name of its field is no description. */
function worthSaying(name: string, description: string): string {
  const label = description.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return name.toLowerCase().startsWith(label) ? '' : description
}

/** Takes references, lists and "or null" off a schema, and says in words what was there. */
function unwrap(document: OpenApi, wrapped: Schema): { schema: Schema; type: string } {
  const schema = follow(document, wrapped)
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives) {
    const real = alternatives.filter(({ type }) => type !== 'null').map((each) => unwrap(document, each))
    const [first] = real
    const mayBeNull = real.length < alternatives.length
    const names = [...new Set(real.map(({ type }) => type)), ...(mayBeNull ? ['null'] : [])]
    return { schema: first?.schema ?? schema, type: names.join(' or ') }
  }
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  if (types.includes('array') && schema.items) {
    const item = unwrap(document, schema.items)
    return { schema: item.schema, type: `list of ${item.type}` }
  }
  return { schema, type: types.map((type) => nameType(type, schema)).join(' or ') || 'anything' }
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'id',
  date: 'date',
  'date-time': 'time',
  email: 'e-mail address',
  uri: 'address',
}
const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
}

function nameType(type: string, { format = '', enum: choices }: Schema): string {
  if (type === 'string' && choices) return 'one of'
  if (type === 'string' && FORMATS[format]) return FORMATS[format]
  return TYPES[type] ?? type
}

function limitsOf(schema: Schema): string[] {
  const { minimum, maximum, minLength, maxLength, maxItems, default: given } = schema
  return [
    ...(minimum !== undefined ? [`from ${minimum}`] : []),
    ...(maximum !== undefined ? [`to ${maximum}`] : []),
    ...(minLength !== undefined && minLength > 1 ? [`${minLength} characters or more`] : []),
    ...(maxLength !== undefined ? [`${maxLength} characters at most`] : []),
    ...(maxItems !== undefined ? [`${maxItems} at most`] : []),
    ...(given !== undefined && given !== '' && typeof given !== 'object'
      ? [`${JSON.stringify(given)} if left out`]
      : []),
  ]
}
