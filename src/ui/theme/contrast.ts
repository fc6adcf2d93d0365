/** Splits `#rrggbb` into its three channels, each 0 to 1. Throws on anything else. */
function parseHex(hex: string): [number, number, number] {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  const [, red, green, blue] = match ?? []
  if (!red || !green || !blue) throw new Error(`Not a #rrggbb colour: ${hex}`)
  return [parseInt(red, 16) / 255, parseInt(green, 16) / 255, parseInt(blue, 16) / 255]
}

function linearise(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

/** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
export function getLuminance(hex: string): number {
  const [red, green, blue] = parseHex(hex)
  return 0.2126 * linearise(red) + 0.7152 * linearise(green) + 0.0722 * linearise(blue)
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21, whichever is the lighter. */
export function getContrast(first: string, second: string): number {
  const [dark, light] = [getLuminance(first), getLuminance(second)].sort((a, b) => a - b)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}
