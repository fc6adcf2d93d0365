/** Adds a value to a statement and returns its placeholder, typed: `$3::uuid`. */
export type Bind = (value: unknown, type: string) => string

/** Collects the values of one statement, so that none of them becomes part of its text. */
export function collectValues(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = []
  return { values, bind: (value, type) => `$${values.push(value)}::${type}` }
}
