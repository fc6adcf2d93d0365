'use client'

import { chakra } from '@chakra-ui/react/styled-system'

/*
 * A real table, so that rows and days keep their meaning; a stay is a cell over several days. Its bar reaches from the
 * middle of the day of arrival to the middle of the day of departure, so that a change of guests fits into one day.
 */

export const Scroll = chakra('div', {
  base: {
    '--night': { base: 'sizes.11', sm: 'sizes.10' },
    '--row-head': { base: 'sizes.28', sm: 'sizes.48' },
    overflow: 'auto',
    overscrollBehaviorX: 'contain',
    maxH: 'max(24rem, calc(100dvh - 17rem))',
    borderBottomRadius: 'panel',
    outline: '0',
    focusVisibleRing: 'inside',
    transitionProperty: 'opacity',
    transitionDuration: 'slow',
    '&[data-stale=true]': { opacity: '0.55', transitionDelay: '150ms' },
  },
})

export const Table = chakra('table', {
  base: {
    tableLayout: 'fixed',
    w: '100%',
    borderCollapse: 'separate',
    borderSpacing: '0',
    userSelect: 'none',
  },
})

export const LabelColumn = chakra('col', { base: { w: 'var(--row-head)' } })
/** Takes what is left of a wide screen, so that nights stay as narrow as they are. */
export const RestColumn = chakra('col', { base: { w: 'auto' } })
export const DayColumn = chakra('col', {
  base: { w: 'var(--night)' },
  variants: {
    look: {
      plain: {},
      weekend: { bg: 'color-mix(in oklab, {colors.bg.muted} 50%, transparent)' },
      today: { bg: 'accent.subtle' },
    },
  },
})

const head = { bg: 'bg.panel', textStyle: 'xs', fontWeight: 'medium', color: 'fg.muted' } as const

export const Corner = chakra('td', {
  base: {
    ...head,
    position: 'sticky',
    insetInlineStart: '0',
    top: '0',
    zIndex: '4',
    borderBottomWidth: '1px',
    borderInlineEndWidth: '1px',
  },
})
/** Above what is left of a wide screen. */
export const Rest = chakra('td', {
  base: { ...head, position: 'sticky', top: '0', zIndex: '3', borderBottomWidth: '1px' },
})
export const MonthCell = chakra('th', {
  base: {
    ...head,
    position: 'sticky',
    top: '0',
    zIndex: '3',
    h: '8',
    textAlign: 'start',
    color: 'fg',
    whiteSpace: 'nowrap',
    borderInlineStartWidth: '1px',
    'td + &': { borderInlineStartWidth: '0' },
    '& > span': { position: 'sticky', insetInlineStart: 'var(--row-head)', px: '3' },
  },
})
export const DayCell = chakra('th', {
  base: {
    ...head,
    position: 'sticky',
    top: '8',
    zIndex: '3',
    h: '12',
    textAlign: 'center',
    borderBottomWidth: '1px',
    fontVariantNumeric: 'tabular-nums',
    '& > span': { display: 'block', color: 'fg.subtle' },
    '& > b': {
      display: 'inline-grid',
      placeItems: 'center',
      minW: '6',
      h: '6',
      borderRadius: 'full',
      fontWeight: 'medium',
      color: 'fg',
    },
    '&[aria-current] > b': { bg: 'accent', color: 'accent.contrast' },
  },
})

const lastRow = { 'tr:last-of-type > &': { borderBottomWidth: '0' } } as const

export const RowHead = chakra('th', {
  base: {
    position: 'sticky',
    insetInlineStart: '0',
    zIndex: '2',
    h: '14',
    px: { base: '3', sm: '4' },
    textAlign: 'start',
    bg: 'bg.panel',
    borderBottomWidth: '1px',
    ...lastRow,
    borderInlineEndWidth: '1px',
    fontWeight: 'medium',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '& > a': { borderRadius: 'sm', focusVisibleRing: 'outside', _hover: { textDecoration: 'underline' } },
    '& > small': {
      display: 'block',
      textStyle: 'xs',
      color: 'fg.muted',
      fontWeight: 'normal',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
  },
})

export const Cell = chakra('td', {
  base: { position: 'relative', h: '14', p: '0', borderBottomWidth: '1px', ...lastRow },
})

/** A free night: empty, until one points at it. */
export const FreeNight = chakra('button', {
  base: {
    display: 'block',
    w: '100%',
    h: '100%',
    borderInlineEndWidth: '1px',
    borderColor: 'border.muted',
    outline: '0',
    focusVisibleRing: 'inside',
    '&[data-choosable]': {
      cursor: 'cell',
      '@media (hover: hover)': { '&:hover': { bg: 'accent.subtle' } },
    },
    '&[data-chosen]': { bg: 'accent.muted' },
  },
})

export const Bar = chakra('button', {
  base: {
    position: 'absolute',
    zIndex: '1',
    insetBlock: '2',
    insetInlineStart: 'calc(var(--night) / 2 + 2px)',
    w: 'calc(100% - 4px)',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    minW: '0',
    px: '2',
    overflow: 'hidden',
    textAlign: 'start',
    bg: 'colorPalette.muted',
    color: 'colorPalette.fg',
    borderRadius: 'md',
    cursor: 'button',
    outline: '0',
    focusVisibleRing: 'outside',
    transitionProperty: 'background-color',
    transitionDuration: 'fast',
    _hover: { bg: 'colorPalette.emphasized' },
    _before: {
      content: '""',
      position: 'absolute',
      insetBlock: '0',
      insetInlineStart: '0',
      w: '3px',
      bg: 'colorPalette.solid',
    },
    '& > span': {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      textStyle: 'xs',
      fontWeight: 'medium',
    },
    '& > small': {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      textStyle: '2xs',
    },
    '&[data-cut-start]': {
      insetInlineStart: '0',
      w: 'calc(100% + var(--night) / 2 - 2px)',
      borderStartRadius: '0',
      _before: { display: 'none' },
    },
    '&[data-cut-end]': { w: 'calc(100% - var(--night) / 2 - 2px)', borderEndRadius: '0' },
    '&[data-cut-start][data-cut-end]': { w: '100%' },
  },
})
