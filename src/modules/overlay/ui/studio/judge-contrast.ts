import { getContrast, getLuminance } from '#src/ui/theme/contrast.ts'
import type { OverlayTheme } from '../../scene/theme.ts'

/** Pictures behind a panel, as bad as they get. */
const PICTURES = [
  { hex: '#ffffff', name: 'bright' },
  { hex: '#000000', name: 'dark' },
] as const

/** What WCAG asks of text as large as that of a stage, and what reads well at a glance. */
const ENOUGH = 3
const GOOD = 4.5

export type ContrastVerdict = {
  level: 'good' | 'enough' | 'poor'
  /** lowest contrast ratio of text and accent on the panel, over any picture, cut to one digit */
  ratio: number
  sentence: string
}

/** How well a theme can be read on the stream, whatever is shown behind it. */
export function judgeContrast({ text, accent, panel, panelOpacity, outline }: OverlayTheme): ContrastVerdict {
  const cases = PICTURES.flatMap(({ hex, name }) => {
    const ground = blend(panel, hex, panelOpacity / 100)
    return [
      { what: 'Text', name, ratio: getContrast(text, ground) },
      { what: 'The accent', name, ratio: getContrast(accent, ground) },
    ]
  })
  const worst = cases.reduce((lowest, next) => (next.ratio < lowest.ratio ? next : lowest))
  const ratio = Math.floor(worst.ratio * 10) / 10
  if (worst.ratio >= GOOD) return { level: 'good', ratio, sentence: 'Easy to read over any picture.' }
  if (worst.ratio >= ENOUGH) {
    return {
      level: 'enough',
      ratio,
      sentence: `Readable; ${worst.what.toLowerCase()} is weak over ${worst.name} pictures.`,
    }
  }
  // The dark edge stands between light letters and whatever is behind them.
  if (outline && getLuminance(text) > 0.5 && getLuminance(accent) > 0.2) {
    return { level: 'enough', ratio, sentence: 'Readable thanks to the dark edge around letters.' }
  }
  return {
    level: 'poor',
    ratio,
    sentence: `${worst.what} is hard to read over ${worst.name} pictures. Choose a stronger panel or another colour.`,
  }
}

/** @param share of the upper colour, 0 to 1; all colours as `#rrggbb` */
function blend(upper: string, lower: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [top, bottom] = [upper, lower].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16))
    return Math.round((top ?? 0) * share + (bottom ?? 0) * (1 - share))
  })
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
