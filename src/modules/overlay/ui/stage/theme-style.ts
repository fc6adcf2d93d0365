import type { CSSProperties } from 'react'
import type { OverlayFont, OverlayTheme } from '../../scene/theme.ts'

/** Style with variables of its own. */
export type StageStyle = CSSProperties & Record<`--${string}`, string | number>

const families: Record<OverlayFont, string> = {
  sans: 'var(--font-sans), var(--font-sans-ext), system-ui, sans-serif',
  mono: 'var(--font-mono), ui-monospace, monospace',
  rounded: 'ui-rounded, "Arial Rounded MT Bold", "Hiragino Maru Gothic ProN", var(--font-sans), sans-serif',
  serif: 'ui-serif, "Iowan Old Style", Georgia, serif',
}

/** A theme as the variables that the stage's style sheet reads. */
export function styleOfTheme({
  accent,
  text,
  panel,
  panelOpacity,
  cornerRadius,
  font,
}: OverlayTheme): StageStyle {
  return {
    '--accent': accent,
    '--text': text,
    '--panel': `${panel}${alphaOf(panelOpacity)}`,
    '--radius': cornerRadius,
    '--family': families[font],
  }
}

/** @param percent 0 to 100 @returns the last two digits of `#rrggbbaa` */
function alphaOf(percent: number): string {
  return Math.round((percent / 100) * 255)
    .toString(16)
    .padStart(2, '0')
}
