import localFont from 'next/font/local'

/*
 * next/font/local rather than @font-face rules in a style sheet: the files still come from the npm packages, but
 * Next adds the preload link, hashes and caches them for ever, and computes the size-adjusted Arial that stands in
 * until they arrive, so text paints at once (font-display: swap) and nothing moves when they do.
 */

// Letters of names such as Łukasz or Şebnem, fetched only when a page shows one. Next reads the literals below
// at build time, so none of them can be a constant.
const sans = localFont({
  src: '../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  weight: '400 700',
  variable: '--font-sans',
  display: 'swap',
  preload: true,
  adjustFontFallback: 'Arial',
})

const sansExtended = localFont({
  src: '../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-ext-wght-normal.woff2',
  weight: '400 700',
  variable: '--font-sans-ext',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
})

const mono = localFont({
  src: '../../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-mono',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
})

/** Class names for the `<html>` element: they define the three font variables that the theme's tokens read. */
export const fontVariables = `${sans.variable} ${sansExtended.variable} ${mono.variable}`
