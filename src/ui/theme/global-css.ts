import { defineGlobalStyles } from '@chakra-ui/react/styled-system'

/** Page ground, selection, and the switch that stops all motion for people who asked for that. */
export const globalCss = defineGlobalStyles({
  '*': {
    '--global-font-mono': 'fonts.mono',
    '--global-font-body': 'fonts.body',
    '--global-color-border': 'colors.border',
  },
  html: {
    colorPalette: 'teal',
    color: 'fg',
    bg: 'bg',
    fontSynthesis: 'none',
    scrollbarColor: '{colors.border.emphasized} transparent',
  },
  // Not on html: its font size is what every rem counts from.
  body: { textStyle: 'md' },
  '*::placeholder': { color: 'fg.subtle' },
  '*::selection': { bg: 'accent.muted', color: 'fg' },
  ':target': { scrollMarginTop: '5rem' },
  '*, *::before, *::after': {
    _motionReduce: {
      animationDuration: '0.01ms !important',
      animationDelay: '0ms !important',
      animationIterationCount: '1 !important',
      transitionDuration: '0.01ms !important',
      transitionDelay: '0ms !important',
      scrollBehavior: 'auto !important',
    },
  },
})
