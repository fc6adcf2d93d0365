/** What stands where something secret was. */
export const REDACTED = '[redacted]'

const SECRET_KEY =
  /pass(word|wd|phrase|code)|secret|token|hash|authorization|cookie|credential|signature|(api|private|access|encryption)[-_]?key/i
/** Names something secret without being it. */
const HARMLESS_KEY = /(id|ids|name|hint|count|at)$/i
const SECRET_VALUE =
  /^bearer\s|\bberth_[\w-]{43}|\beyJ[\w-]{10,}\.[\w-]+\.[\w-]*|-----BEGIN [A-Z ]*PRIVATE KEY/i

/** Characters of a text, entries of a list and levels that are kept; bytes of all details together. */
const LIMITS = { text: 500, shortText: 80, entries: 50, depth: 6, bytes: 16 * 1024 }

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type Limits = { text: number; secretFields: ReadonlySet<string> }

/**
 * Details as the log may keep them: without secrets, with long texts cut, 16 KiB at most.
 * @param secretFields names that are declared secret, beside those that sound like it
 */
export function redactDetails(
  details: Readonly<Record<string, unknown>>,
  secretFields: readonly string[] = [],
): Record<string, Json> {
  const secret = new Set(secretFields)
  const full = redactFields(details, { text: LIMITS.text, secretFields: secret }, 0)
  if (sizeOf(full) <= LIMITS.bytes) return full
  const short = redactFields(details, { text: LIMITS.shortText, secretFields: secret }, 0)
  if (sizeOf(short) <= LIMITS.bytes) return { ...short, shortened: true }
  return { shortened: true, fields: Object.keys(details).slice(0, LIMITS.entries).map(soundText) }
}

/** Text that PostgreSQL can store in JSON: without null characters and halves of a surrogate pair. */
export function soundText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

function redactFields(fields: object, limits: Limits, depth: number): Record<string, Json> {
  const kept = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]): [string, Json] => [
      soundText(key),
      isSecret(key, limits) ? (value === null ? null : REDACTED) : redactValue(value, limits, depth),
    ])
  return Object.fromEntries(kept)
}

function isSecret(key: string, { secretFields }: Limits): boolean {
  return secretFields.has(key) || (SECRET_KEY.test(key) && !HARMLESS_KEY.test(key))
}

function redactValue(value: unknown, limits: Limits, depth: number): Json {
  if (typeof value === 'string') return redactText(value, limits)
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'boolean' || value === null || value === undefined) return value ?? null
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object') return `[${typeof value}]`
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`
  if (depth >= LIMITS.depth) return '[too deep]'
  if (!Array.isArray(value)) return redactFields(value, limits, depth + 1)
  const kept = value.slice(0, LIMITS.entries).map((entry) => redactValue(entry, limits, depth + 1))
  const left = value.length - kept.length
  return left > 0 ? [...kept, `… (+${left} entries)`] : kept
}

function redactText(text: string, { text: limit }: Limits): string {
  if (SECRET_VALUE.test(text)) return REDACTED
  const sound = soundText(text)
  if (sound.length <= limit) return sound
  return `${sound.slice(0, limit).toWellFormed()}… (+${sound.length - limit} characters)`
}

function sizeOf(details: object): number {
  return Buffer.byteLength(JSON.stringify(details))
}
