'use client'

import { chakra } from '@chakra-ui/react/styled-system'

/*
 * A table from 640 px on, a list of cards below. Both are the same elements: explicit roles keep the table's meaning for
 * screen readers where `display` would take it away.
 */

export const ScrollArea = chakra('div', {
  base: {
    overflow: 'auto',
    overscrollBehaviorX: 'contain',
    maxH: { sm: 'max(24rem, calc(100dvh - 19rem))' },
    borderTopWidth: '1px',
    outline: '0',
    focusVisibleRing: 'inside',
    transitionProperty: 'opacity',
    transitionDuration: 'slow',
    '&[data-stale=true]': { opacity: '0.55', transitionDelay: '150ms' },
  },
})

export const Table = chakra('table', {
  base: {
    w: '100%',
    display: { base: 'block', sm: 'table' },
    borderCollapse: 'separate',
    borderSpacing: '0',
    '--row-height': 'sizes.12',
    '--row-gap': 'spacing.2.5',
  },
  variants: {
    // Widths as declared, so that columns do not move when other rows are drawn.
    fixed: { true: { tableLayout: { sm: 'fixed' } } },
    density: {
      comfortable: {},
      compact: { '--row-height': 'sizes.9', '--row-gap': 'spacing.1' },
    },
  },
})

export const Head = chakra('thead', { base: { display: { base: 'none', sm: 'table-header-group' } } })

export const Body = chakra('tbody', { base: { display: { base: 'block', sm: 'table-row-group' } } })

export const HeadRow = chakra('tr')

export const HeadCell = chakra('th', {
  base: {
    position: 'sticky',
    top: '0',
    zIndex: '1',
    h: '10',
    px: '4',
    textAlign: 'start',
    whiteSpace: 'nowrap',
    bg: 'bg.panel',
    color: 'fg.muted',
    textStyle: 'xs',
    fontWeight: 'medium',
    borderBottomWidth: '1px',
  },
  variants: { align: { start: {}, end: { textAlign: 'end' } } },
})

export const RowLine = chakra('tr', {
  base: {
    display: { base: 'grid', sm: 'table-row' },
    gridTemplateColumns: 'minmax(0, 1fr)',
    position: 'relative',
    py: { base: '3', sm: '0' },
    borderBottomWidth: { base: '1px', sm: '0' },
    _last: { borderBottomWidth: '0' },
    // The header that stays in view would cover a row that is scrolled to.
    scrollMarginTop: { sm: '10' },
    transitionProperty: 'background-color',
    transitionDuration: 'fast',
    _selected: { bg: 'accent.subtle' },
    '&:last-of-type > td': { borderBottomWidth: '0' },
  },
  variants: {
    opens: {
      true: {
        cursor: 'button',
        '@media (hover: hover)': { '&:hover': { bg: 'bg.subtle' } },
        '&:has([data-row-opener]:focus-visible)': {
          bg: 'bg.subtle',
          boxShadow: 'inset 3px 0 0 {colors.accent}',
        },
      },
    },
    selectable: { true: { ps: { base: '11', sm: '0' } } },
    // Of many cards the browser draws those in view; of many table rows, `VirtualRows` does.
    long: {
      true: { contentVisibility: { base: 'auto', sm: 'visible' }, containIntrinsicHeight: 'auto 14rem' },
    },
  },
})

export const Cell = chakra('td', {
  base: {
    display: { base: 'flex', sm: 'table-cell' },
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: '4',
    px: '4',
    py: { base: '0.5', sm: 'var(--row-gap)' },
    h: { sm: 'var(--row-height)' },
    minW: '0',
    maxW: { sm: 'sm' },
    borderBottomWidth: { base: '0', sm: '1px' },
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: { sm: 'nowrap' },
    verticalAlign: 'middle',
    _before: {
      content: 'attr(data-label)',
      display: { base: 'inline', sm: 'none' },
      color: 'fg.muted',
      textStyle: 'sm',
      flexShrink: '0',
    },
    '& > *': { minW: '0' },
  },
  variants: {
    align: {
      start: {},
      end: { textAlign: { base: 'start', sm: 'end' }, fontVariantNumeric: 'tabular-nums' },
    },
    first: {
      // Gives way to the other columns first, down to its least width, and cuts what does not fit.
      true: {
        fontWeight: 'medium',
        display: { base: 'block', sm: 'table-cell' },
        w: { sm: '36%' },
        minW: { sm: '44' },
        maxW: { base: 'none', sm: '0' },
        _before: { display: 'none' },
      },
    },
    hideOnPhone: { true: { display: { base: 'none', sm: 'table-cell' } } },
  },
})

/** Holds the row's checkbox; at the card's upper corner on phones. */
export const CheckCell = chakra('td', {
  base: {
    position: { base: 'absolute', sm: 'static' },
    top: '0',
    insetInlineStart: '0',
    w: '11',
    borderBottomWidth: { base: '0', sm: '1px' },
    verticalAlign: 'middle',
    '& > label': {
      display: 'grid',
      placeItems: 'center',
      minH: { base: '12', sm: 'var(--row-height)' },
      w: '11',
      cursor: 'button',
    },
  },
})

/** The height of rows that are not drawn. */
export const GapRow = chakra('tr', { base: { display: { base: 'none', sm: 'table-row' } } })

/** The first cell's content where rows open: a plain button, so that keyboard and screen reader find it. */
export const RowOpener = chakra('button', {
  base: {
    maxW: '100%',
    textAlign: 'start',
    fontWeight: 'inherit',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    cursor: 'button',
    outline: '0',
    verticalAlign: 'middle',
  },
})
