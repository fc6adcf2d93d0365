'use client'

import { chakra } from '@chakra-ui/react/styled-system'

/** Height of an hour in pixels; a step of fifteen minutes still holds a line of text. */
export const HOUR_PX = 72

export const Scroll = chakra('div', {
  base: {
    '--gutter': { base: 'sizes.12', sm: 'sizes.14' },
    '--hour': `${HOUR_PX}px`,
    position: 'relative',
    overflowX: 'auto',
    overflowY: { base: 'clip', sm: 'auto' },
    overscrollBehaviorX: 'contain',
    maxH: { sm: 'max(26rem, calc(100dvh - 15rem))' },
    borderRadius: 'panel',
    transitionProperty: 'opacity',
    transitionDuration: 'slow',
    '&[data-stale=true]': { opacity: '0.55', transitionDelay: '150ms' },
    '&[data-dragging]': { cursor: 'grabbing', '& *': { cursor: 'inherit' } },
  },
})

/** Wide enough for every column to be read; more of them scroll. */
export const Sheet = chakra('div', { base: { position: 'relative', minW: 'fit-content' } })

export const HeadRow = chakra('div', {
  base: {
    display: 'flex',
    position: 'sticky',
    top: '0',
    zIndex: '4',
    bg: 'bg.panel',
    borderBottomWidth: '1px',
  },
})

const gutter = {
  position: 'sticky',
  insetInlineStart: '0',
  zIndex: '3',
  flexShrink: '0',
  w: 'var(--gutter)',
  bg: 'bg.panel',
  borderInlineEndWidth: '1px',
} as const

export const HeadGutter = chakra('div', { base: gutter })

const columnWidth = { flex: '1 1 0', minW: { base: '0', sm: '32' } } as const

export const HeadCell = chakra('div', {
  base: {
    ...columnWidth,
    px: '3',
    py: '2.5',
    borderInlineEndWidth: '1px',
    _last: { borderInlineEndWidth: '0' },
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: 'medium',
    '& > small': { display: 'block', textStyle: 'xs', fontWeight: 'normal', color: 'fg.muted' },
    '&[aria-current]': { color: 'accent.fg' },
  },
})

export const BodyRow = chakra('div', { base: { display: 'flex', position: 'relative' } })

/** The hours, each beside its line. */
export const Gutter = chakra('div', {
  base: {
    ...gutter,
    '& > span': {
      position: 'absolute',
      insetInlineEnd: '2',
      transform: 'translateY(-50%)',
      textStyle: '2xs',
      color: 'fg.subtle',
      fontVariantNumeric: 'tabular-nums',
    },
  },
})

/** All columns. Events lie over it, so that one may change its column and stay the same element. */
export const Board = chakra('div', {
  base: {
    position: 'relative',
    flex: '1',
    display: 'flex',
    userSelect: 'none',
    WebkitTouchCallout: 'none',
    touchAction: 'pan-x pan-y',
    '&[data-choosable]': { cursor: 'cell' },
  },
})

export const Column = chakra('div', {
  base: {
    ...columnWidth,
    position: 'relative',
    borderInlineEndWidth: '1px',
    _last: { borderInlineEndWidth: '0' },
    // A line at each hour, a fainter one between.
    backgroundImage:
      'linear-gradient(to bottom, {colors.border} 1px, transparent 1px), linear-gradient(to bottom, {colors.border.muted} 1px, transparent 1px)',
    backgroundSize: '100% var(--hour)',
    backgroundPosition: '0 -1px, 0 calc(var(--hour) / 2 - 1px)',
  },
})

export const OffHours = chakra('div', {
  base: {
    position: 'absolute',
    insetInline: '0',
    bg: 'color-mix(in oklab, {colors.bg.muted} 55%, transparent)',
    pointerEvents: 'none',
  },
})

/** Behind the events: it tells where the day is without striking through what they say. */
export const NowLine = chakra('div', {
  base: {
    position: 'absolute',
    insetInline: '0',
    borderTopWidth: '2px',
    borderColor: 'fg.error',
    pointerEvents: 'none',
    '[data-column]:first-of-type > &': {
      _before: { content: '""' },
    },
    _before: {
      position: 'absolute',
      top: '-5px',
      insetInlineStart: '-4px',
      boxSize: '2',
      borderRadius: 'full',
      bg: 'fg.error',
    },
  },
})

export const EventList = chakra('ul', {
  base: { position: 'absolute', inset: '0', pointerEvents: 'none', listStyle: 'none' },
})
