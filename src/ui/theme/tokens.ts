import { defineTokens } from '@chakra-ui/react/styled-system'
import { palette } from './palette.ts'

function toTokens<Key extends string | number>(
  values: Record<Key, string>,
): Record<string, { value: string }> {
  return Object.fromEntries(Object.entries<string>(values).map(([key, value]) => [key, { value }]))
}

const steps = [
  0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 24, 28, 32, 36, 40, 48, 56,
  64, 72, 80, 96,
]
const rhythm = Object.fromEntries(steps.map((step) => [String(step), `${step / 4}rem`]))

/** Raw scale values. One step is 4 px; layouts use even steps (8 px rhythm), odd ones stay inside controls. */
export const tokens = defineTokens({
  colors: {
    white: { value: palette.white },
    black: { value: palette.black },
    teal: toTokens(palette.teal),
    gray: toTokens(palette.gray),
  },
  fonts: toTokens({
    // The extended face covers its own code points only, so it may come first: the main face brings its
    // metric-compatible fallback along, which would otherwise catch those letters.
    body: 'var(--font-sans-ext, ui-sans-serif), var(--font-sans, ui-sans-serif), system-ui, sans-serif',
    heading: 'var(--font-sans-ext, ui-sans-serif), var(--font-sans, ui-sans-serif), system-ui, sans-serif',
    mono: 'var(--font-mono, ui-monospace), ui-monospace, SFMono-Regular, Menlo, monospace',
  }),
  fontSizes: toTokens({
    '2xs': '0.6875rem',
    xs: '0.75rem',
    sm: '0.8125rem',
    md: '0.875rem',
    lg: '1rem',
    xl: '1.25rem',
    '2xl': '1.625rem',
    '3xl': '2.125rem',
    '4xl': '2.875rem',
  }),
  fontWeights: toTokens({ normal: '400', medium: '500', semibold: '600', bold: '600' }),
  lineHeights: toTokens({ none: '1', tight: '1.15', short: '1.35', moderate: '1.5', tall: '1.65' }),
  letterSpacings: toTokens({
    tight: '-0.01em',
    tighter: '-0.02em',
    normal: '0',
    wide: '0.02em',
    wider: '0.06em',
  }),
  spacing: toTokens({ 0: '0rem', ...rhythm }),
  sizes: toTokens({
    0: '0rem',
    ...rhythm,
    full: '100%',
    min: 'min-content',
    max: 'max-content',
    fit: 'fit-content',
    dvh: '100dvh',
    vh: '100vh',
    vw: '100vw',
    '1/2': '50%',
    '1/3': '33.333333%',
    '2/3': '66.666667%',
    '1/4': '25%',
    '3/4': '75%',
    '2xs': '16rem',
    xs: '20rem',
    sm: '24rem',
    md: '28rem',
    lg: '32rem',
    xl: '36rem',
    '2xl': '42rem',
    '3xl': '48rem',
    '4xl': '56rem',
    content: '75rem',
    reading: '40rem',
    form: '32.5rem',
    nav: '15rem',
    navCollapsed: '4rem',
    topBar: '3.5rem',
  }),
  radii: toTokens({
    none: '0',
    xs: '2px',
    sm: '4px',
    md: '6px',
    lg: '8px',
    xl: '12px',
    '2xl': '16px',
    full: '9999px',
  }),
  durations: toTokens({ fast: '120ms', moderate: '160ms', slow: '200ms', ring: '900ms', pulse: '1600ms' }),
  easings: toTokens({ out: 'cubic-bezier(0.16, 1, 0.3, 1)', standard: 'cubic-bezier(0.2, 0, 0, 1)' }),
  zIndex: toTokens({
    base: '0',
    sticky: '10',
    bar: '20',
    overlay: '1300',
    popover: '1500',
    skipNav: '1600',
    toast: '1700',
    tooltip: '1800',
  }),
  cursor: toTokens({ button: 'pointer', disabled: 'not-allowed', menuitem: 'default', option: 'default' }),
  animations: toTokens({
    spin: 'spin 900ms linear infinite',
    pulse: 'pulse 1600ms ease-in-out infinite',
    rise: 'rise 180ms cubic-bezier(0.16, 1, 0.3, 1) both',
    'fade-in': 'fade-in 160ms ease-out both',
  }),
})
