/**
 * Numbers evenly between 0 and 1 that are the same for the same seed. Good for choosing, not for secrets.
 * Mulberry32, begun with FNV-1a of the seed.
 */
export function seededRandom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const unit of new TextEncoder().encode(seed)) state = Math.imul(state ^ unit, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of several. @throws RangeError for an empty list */
export function pick<T>(random: () => number, choices: readonly T[]): T {
  const chosen = choices[Math.floor(random() * choices.length)]
  if (chosen === undefined) throw new RangeError('There is nothing to choose from.')
  return chosen
}
