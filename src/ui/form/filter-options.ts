/** Something a combobox can choose. */
export interface ComboboxOption {
  id: string
  label: string
  /** Second line, also searched. */
  description?: string | undefined
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/[_/,-]+/g, ' ')
    .toLowerCase()
}

/**
 * Options that hold every typed word, whatever its case and accents. Those whose label starts with what was typed come
 * first, then those where each typed word starts one; otherwise the order stays.
 */
export function filterOptions<Option extends ComboboxOption>(
  options: readonly Option[],
  query: string,
): Option[] {
  const wanted = fold(query).trim()
  if (wanted === '') return [...options]
  const words = wanted.split(/\s+/)
  const ranked: { option: Option; rank: number }[] = []
  for (const option of options) {
    const label = fold(option.label)
    const text = `${label} ${fold(option.description ?? '')}`
    if (!words.every((word) => text.includes(word))) continue
    const startsWords = words.every((word) => ` ${text}`.includes(` ${word}`))
    const rank = label.startsWith(wanted) ? 0 : startsWords ? 1 : 2
    ranked.push({ option, rank })
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ option }) => option)
}
