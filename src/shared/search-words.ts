/** More words than this only make a search slower. */
const MAX_WORDS = 8

/** The words of a search, each of which has to stand somewhere. */
export function searchWords(q = ''): string[] {
  return q.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
}
