/** A stretch of time in milliseconds since 1970; the moment `until` is no longer part of it. */
export type Span = { from: number; until: number }

/** True when both have a moment in common; spans that only touch have none. */
export function overlaps(left: Span, right: Span): boolean {
  return left.from < right.until && right.from < left.until
}
