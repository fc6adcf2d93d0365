/** Trimmed text; nothing but space counts as empty. Values that are no text stay as they are. */
export function trimmedText(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw
  const text = raw.trim()
  return text === '' ? null : text
}

/** A number that was typed as text; anything else stays as it is, to be refused by the check. */
export function typedNumber(raw: unknown): unknown {
  const text = trimmedText(raw)
  return typeof text === 'string' && /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text
}

/** Control characters (PostgreSQL cannot store NUL) and halves of characters, which would come back changed. */
export function hasForbiddenCharacters(text: string, { lines = false }: { lines?: boolean } = {}): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = lines ? /[\u0000-\u0008\u000b-\u001f\u007f]/ : /[\u0000-\u001f\u007f]/
  return control.test(text) || !text.isWellFormed()
}

/** What the database gave for a column of text. */
export function storedText(stored: unknown): string {
  if (typeof stored !== 'string')
    throw new TypeError(`Expected text from the database, got ${typeof stored}.`)
  return stored
}

/** What the database gave for a numeric column: a number, or an exact decimal. */
export function storedNumber(stored: unknown): number {
  const number = Number(typeof stored === 'number' ? stored : String(stored))
  if (!Number.isFinite(number)) throw new TypeError('Expected a number from the database.')
  return number
}

/** What the database gave for a date or a point in time: a date, or its text in JSON. */
export function storedDate(stored: unknown): Date {
  const date = typeof stored === 'string' ? new Date(stored) : stored
  if (!(date instanceof Date) || Number.isNaN(date.getTime()))
    throw new TypeError('Expected a date from the database.')
  return date
}
