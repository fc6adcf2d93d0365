'use client'

import { chakra } from '@chakra-ui/react/styled-system'

export const Place = chakra('li', {
  base: { position: 'absolute', px: '0.5', '&[data-held]': { zIndex: '3' } },
})

/** Time kept free around an event. */
export const Buffer = chakra('div', {
  base: {
    position: 'absolute',
    insetInline: '0.5',
    opacity: '0.7',
    borderRadius: 'sm',
    backgroundImage:
      'repeating-linear-gradient(135deg, {colors.colorPalette.border} 0 1px, transparent 1px 5px)',
  },
})

export const Block = chakra('button', {
  base: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    w: '100%',
    h: 'calc(100% - 1px)',
    ps: '2.5',
    pe: '1.5',
    py: '0.5',
    overflow: 'hidden',
    textAlign: 'start',
    textStyle: 'xs',
    borderRadius: 'md',
    bg: 'colorPalette.muted',
    color: 'colorPalette.fg',
    cursor: 'button',
    outline: '0',
    focusVisibleRing: 'outside',
    pointerEvents: 'auto',
    transitionProperty: 'background-color, box-shadow',
    transitionDuration: 'fast',
    _before: {
      content: '""',
      position: 'absolute',
      insetBlock: '0',
      insetInlineStart: '0',
      w: '3px',
      bg: 'colorPalette.solid',
    },
    '@media (hover: hover)': { '&:hover': { bg: 'colorPalette.emphasized' } },
    '&[data-short]': { flexDirection: 'row', gap: '1.5', alignItems: 'center', py: '0' },
    '&[data-faint]': {
      bg: 'bg.panel',
      color: 'fg.muted',
      boxShadow: 'inset 0 0 0 1px {colors.border}',
      _before: { bg: 'border.control' },
      '@media (hover: hover)': { '&:hover': { bg: 'bg.muted' } },
    },
    '&[aria-busy=true]': { opacity: '0.75' },
    '[data-held] > &': { boxShadow: 'float', bg: 'colorPalette.emphasized' },
    '& > *': { maxW: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& > strong': {
      display: 'flex',
      alignItems: 'center',
      gap: '1',
      fontWeight: 'semibold',
      flexShrink: '0',
    },
    '& > strong > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
    '& > time': { fontVariantNumeric: 'tabular-nums', flexShrink: '0' },
  },
})

/** The lower edge of an event, by which it is made longer or shorter. */
export const Edge = chakra('span', {
  base: {
    position: 'absolute',
    insetInline: '0',
    bottom: '0',
    h: { base: '3', sm: '2' },
    cursor: 'ns-resize',
    pointerEvents: 'auto',
    _after: {
      content: '""',
      position: 'absolute',
      bottom: '2px',
      insetInlineStart: 'calc(50% - 10px)',
      w: '5',
      h: '2px',
      borderRadius: 'full',
      bg: 'currentColor',
      opacity: '0',
    },
    'button:hover > &, button:focus-visible > &, [data-held] &': { _after: { opacity: '0.5' } },
  },
})

/** Where something new is about to be. */
export const Ghost = chakra('li', {
  base: {
    position: 'absolute',
    zIndex: '3',
    mx: '0.5',
    px: '2',
    py: '1',
    borderRadius: 'md',
    borderWidth: '1px',
    borderStyle: 'dashed',
    borderColor: 'accent',
    bg: 'color-mix(in oklab, {colors.accent.muted} 70%, transparent)',
    color: 'accent.fg',
    textStyle: 'xs',
    fontWeight: 'medium',
    fontVariantNumeric: 'tabular-nums',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  },
})
