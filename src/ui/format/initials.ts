/** One or two letters that stand for a business or a person: the first of the first two words. Empty without any. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s&+/-]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const letters = words.slice(0, 2).map((word) => [...word].find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? '')
  return letters.join('').toUpperCase()
}
