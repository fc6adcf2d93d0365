import type { Schema as AnySchema } from './document.ts'

type Schema = Exclude<AnySchema, { $ref: string }>

/** Believable values for names whose schema does not say enough. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  email: 'ada@pawfect.example',
  password: 'Lantern-42',
  newEmail: 'ada.moss@pawfect.example',
  scopes: ['pets:list', 'pets:create'],
  newPassword: 'Harbour-9-lights',
  currentPassword: 'Lantern-42',
  fullName: 'Ada Moss',
  subdomain: 'pawfect',
  phone: '+44 131 496 0171',
  phoneAlt: '+44 131 496 0108',
  timezone: 'Europe/London',
  currency: 'GBP',
  address: '7 Quay Street, Leith',
  country: 'Scotland',
  city: 'Leith',
  modules: ['pet-care'],
  services: ['bath-and-brush'],
  confirm: 'pawfect',
  guestName: 'Isla Drummond',
  checkOut: '2026-03-21',
  title: 'Opening hours',
  body: 'We open at nine, on Sundays at ten.',
  username: 'skipper',
  label: 'A new microphone',
  content: 'Fair winds!',
  totalCents: 84_000,
  priceCents: 2_500,
  nightlyRateCents: 12_000,
  targetValue: 500,
}

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '019eae1c-52ac-7d63-b263-a68d38e1f0a1',
  date: '2026-03-14',
  'date-time': '2026-03-14T09:30:00.000Z',
  email: 'ada@pawfect.example',
  uri: 'https://pawfect.example',
}

/** A value that fits a schema: required fields, and few of the others. */
export function createExample(schema: AnySchema, name = ''): unknown {
  if ('$ref' in schema) return {}
  if (Object.hasOwn(BY_NAME, name) && schema.type !== 'object') return BY_NAME[name]
  const [given] = (schema.examples ?? []) as unknown[]
  if (given !== undefined) return given
  if (schema.default !== undefined) return schema.default as unknown
  if (schema.enum) return schema.enum[0] as unknown
  if (schema.const !== undefined) return schema.const as unknown
  const [choice] = schema.anyOf ?? schema.oneOf ?? []
  if (choice) return createExample(choice, name)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'object':
      return createObject(schema)
    case 'array':
      return schema.items ? [createExample(schema.items)] : []
    case 'integer':
    case 'number':
      return numberIn(schema)
    case 'boolean':
      return true
    case 'string':
      return textFor(schema, name)
    default:
      return null
  }
}

function createObject({ properties = {}, required = [] }: Schema): object {
  const named = Object.entries(properties).filter(([name]) => required.includes(name))
  const shown = named.length > 0 ? named : Object.entries(properties).slice(0, 2)
  return Object.fromEntries(shown.map(([name, property]) => [name, createExample(property, name)]))
}

function numberIn({ minimum = 1, maximum = Infinity }: Schema): number {
  return Math.min(Math.max(30, minimum), maximum)
}

function textFor({ format = '', maxLength = Infinity }: Schema, name: string): string {
  const words = name
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase()
    .trim()
  const text = BY_FORMAT[format] ?? (words === 'name' ? 'Bramble' : `A ${words || 'text'}`)
  return text.slice(0, maxLength)
}
