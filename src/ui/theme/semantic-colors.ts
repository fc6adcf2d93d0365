import { palette } from './palette.ts'

/** A colour with one value per mode. */
export interface ModePair {
  light: string
  dark: string
}

const { white, black, teal, gray, green, red, amber } = palette

function pair(light: string, dark: string): ModePair {
  return { light, dark }
}

function meaning(hue: typeof green | typeof red | typeof amber) {
  return {
    solid: pair(hue[600], hue[400]),
    contrast: pair(white, black),
    fg: pair(hue[700], hue[300]),
    subtle: pair(hue[50], hue[950]),
    muted: pair(hue[100], hue[900]),
    emphasized: pair(hue[200], hue[800]),
    border: pair(hue[300], hue[800]),
    focusRing: pair(hue[600], hue[400]),
  }
}

/** Surfaces, text and borders by purpose; every screen colour comes from here. */
export const surfaces = {
  bg: {
    DEFAULT: pair(gray[25], gray[950]),
    subtle: pair(gray[50], gray[975]),
    muted: pair(gray[100], gray[850]),
    emphasized: pair(gray[200], gray[800]),
    inverted: pair(gray[900], gray[50]),
    panel: pair(white, gray[900]),
    raised: pair(white, gray[850]),
    error: pair(red[50], red[950]),
    warning: pair(amber[50], amber[950]),
    success: pair(green[50], green[950]),
    info: pair(teal[50], teal[950]),
  },
  fg: {
    DEFAULT: pair(gray[900], '#e6eeee'),
    muted: pair(gray[600], '#a5b4b6'),
    subtle: pair(gray[500], '#8b9c9f'),
    inverted: pair(gray[50], gray[900]),
    error: pair(red[700], red[300]),
    warning: pair(amber[700], amber[300]),
    success: pair(green[700], green[300]),
    info: pair(teal[700], teal[300]),
  },
  border: {
    DEFAULT: pair(gray[200], '#253438'),
    muted: pair(gray[100], '#1d2b2e'),
    emphasized: pair(gray[300], '#3a4b4f'),
    control: pair(gray[400], '#64777b'),
    inverted: pair(gray[800], gray[200]),
    error: pair(red[600], red[400]),
    warning: pair(amber[500], amber[400]),
    success: pair(green[500], green[400]),
  },
}

/** The hues in the shape that `colorPalette` props expect. */
export const hues = {
  teal: {
    solid: pair(teal[600], teal[400]),
    contrast: pair(white, teal[950]),
    fg: pair(teal[700], teal[300]),
    subtle: pair(teal[50], '#0b2b30'),
    muted: pair(teal[100], teal[900]),
    emphasized: pair(teal[200], teal[800]),
    border: pair(teal[300], teal[800]),
    focusRing: pair(teal[600], teal[400]),
  },
  gray: {
    solid: pair(gray[900], gray[100]),
    contrast: pair(white, gray[950]),
    fg: pair(gray[700], gray[200]),
    subtle: pair(gray[100], gray[850]),
    muted: pair(gray[200], gray[800]),
    emphasized: pair(gray[300], gray[700]),
    border: pair(gray[300], gray[700]),
    focusRing: pair(teal[600], teal[400]),
  },
  green: meaning(green),
  red: meaning(red),
  amber: meaning(amber),
}

/** The accent by its purpose, so that screens never name the hue. */
export const accent = {
  DEFAULT: hues.teal.solid,
  hover: pair(teal[700], teal[300]),
  contrast: hues.teal.contrast,
  fg: hues.teal.fg,
  subtle: hues.teal.subtle,
  muted: hues.teal.muted,
  border: hues.teal.border,
}

/** Ink (icon and word) and tint (ground) of each state; the icon and the word differ too. */
export const status = {
  pending: { fg: surfaces.fg.muted, bg: surfaces.bg.muted },
  running: { fg: hues.teal.fg, bg: pair(teal[100], hues.teal.subtle.dark) },
  succeeded: { fg: hues.green.fg, bg: pair(green[100], green[950]) },
  failed: { fg: hues.red.fg, bg: pair(red[100], red[950]) },
  compensating: { fg: hues.amber.fg, bg: pair(amber[100], amber[950]) },
  compensated: { fg: surfaces.fg.muted, bg: surfaces.bg.muted },
  suspended: { fg: hues.amber.fg, bg: pair(amber[100], amber[950]) },
}

/** The console's own darker key: navigation and top bar are ink in both modes. */
export const consoleInk = {
  bg: pair(gray[950], gray[975]),
  border: pair('#253438', '#1d2b2e'),
}

/**
 * Series of charts in the order they are taken: the accent first, then ink, and hues of their own, since green, red and
 * amber would say more than which series it is.
 */
export const chart = {
  1: hues.teal.solid,
  2: pair(gray[700], gray[200]),
  3: pair('#5b6bd0', '#96a4f2'),
  4: pair('#a0559b', '#d795d2'),
  5: pair(gray[400], gray[400]),
}
