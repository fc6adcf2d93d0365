import { defineSemanticTokens } from '@chakra-ui/react/styled-system'
import { accent, chart, consoleInk, hues, status, surfaces, type ModePair } from './semantic-colors.ts'

type Moded<Tree> = {
  [Key in keyof Tree]: Tree[Key] extends ModePair
    ? { value: { base: string; _dark: string } }
    : Moded<Tree[Key]>
}

function isPair(value: object): value is ModePair {
  return 'light' in value && 'dark' in value
}

function toModed<Tree extends object>(tree: Tree): Moded<Tree> {
  const entries = Object.entries(tree).map(([key, value]: [string, object]) => [
    key,
    isPair(value) ? { value: { base: value.light, _dark: value.dark } } : toModed(value),
  ])
  return Object.fromEntries(entries) as Moded<Tree>
}

/**
 * Colours, radii and shadows by purpose. Light is the base rather than a condition of its own: a third of the variables
 * to work out and to send with every page.
 */
export const semanticTokens = defineSemanticTokens({
  colors: {
    ...toModed(surfaces),
    ...toModed(hues),
    accent: toModed(accent),
    status: toModed(status),
    console: toModed(consoleInk),
    chart: toModed(chart),
  },
  radii: {
    l1: { value: '{radii.md}' },
    l2: { value: '{radii.lg}' },
    l3: { value: '{radii.xl}' },
    control: { value: '{radii.lg}' },
    panel: { value: '{radii.xl}' },
  },
  shadows: {
    float: {
      value: {
        base: '0 1px 2px rgb(13 23 25 / 0.06), 0 12px 32px -8px rgb(13 23 25 / 0.18)',
        _dark: '0 0 0 1px rgb(255 255 255 / 0.05), 0 16px 40px -8px rgb(0 0 0 / 0.7)',
      },
    },
  },
})
