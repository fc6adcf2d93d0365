/**
 * Reads a typed number, with a comma or a point as decimal mark: null for nothing typed, NaN for what is no number, so
 * that the form's schema can say so.
 */
export function parseTypedNumber(text: string): number | null {
  const bare = text.replaceAll(/[\s'’_]/g, '')
  if (bare === '') return null
  return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(bare) ? Number(bare.replace(',', '.')) : Number.NaN
}
