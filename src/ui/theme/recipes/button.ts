import { defineRecipe } from '@chakra-ui/react/styled-system'

const neutral = {
  color: 'fg',
  _hover: { bg: 'bg.muted' },
  _active: { bg: 'bg.emphasized' },
  _expanded: { bg: 'bg.muted' },
}

/** `solid` and `subtle` take their hue from `colorPalette`; `outline` and `ghost` stay neutral, `surface` is the tinted outline. */
export const buttonRecipe = defineRecipe({
  className: 'berth-button',
  base: {
    display: 'inline-flex',
    appearance: 'none',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: '0',
    position: 'relative',
    whiteSpace: 'nowrap',
    userSelect: 'none',
    cursor: 'button',
    borderRadius: 'control',
    borderWidth: '1px',
    borderColor: 'transparent',
    fontWeight: 'medium',
    textDecoration: 'none',
    outline: '0',
    transitionProperty: 'common',
    transitionDuration: 'fast',
    transitionTimingFunction: 'out',
    focusVisibleRing: 'outside',
    _disabled: { opacity: '0.55', cursor: 'disabled' },
    _icon: { flexShrink: '0', boxSize: '1.15em' },
  },
  variants: {
    size: {
      xs: { h: { base: '9', sm: '7' }, minW: { base: '9', sm: '7' }, px: '2', gap: '1.5', textStyle: 'xs' },
      sm: { h: { base: '11', sm: '8' }, minW: { base: '11', sm: '8' }, px: '3', gap: '1.5', textStyle: 'sm' },
      md: { h: { base: '11', sm: '10' }, minW: { base: '11', sm: '10' }, px: '4', gap: '2', textStyle: 'md' },
      lg: { h: '12', minW: '12', px: '6', gap: '2', textStyle: 'lg' },
    },
    variant: {
      solid: {
        bg: 'colorPalette.solid',
        color: 'colorPalette.contrast',
        _hover: { bg: 'color-mix(in oklab, {colors.colorPalette.solid}, {colors.fg} 16%)' },
        _active: { bg: 'color-mix(in oklab, {colors.colorPalette.solid}, {colors.fg} 26%)' },
      },
      subtle: {
        bg: 'colorPalette.muted',
        color: 'colorPalette.fg',
        _hover: { bg: 'colorPalette.emphasized' },
        _expanded: { bg: 'colorPalette.emphasized' },
      },
      surface: {
        borderColor: 'colorPalette.border',
        color: 'colorPalette.fg',
        _hover: { bg: 'colorPalette.subtle' },
        _expanded: { bg: 'colorPalette.subtle' },
      },
      outline: {
        ...neutral,
        bg: 'bg.panel',
        borderColor: 'border.emphasized',
        _hover: { bg: 'bg.subtle', borderColor: 'border.control' },
      },
      ghost: neutral,
      plain: {
        color: 'colorPalette.fg',
        px: '0',
        h: 'auto',
        minW: '0',
        _hover: { textDecoration: 'underline', textUnderlineOffset: '3px' },
      },
    },
  },
  defaultVariants: { size: 'md', variant: 'solid' },
})
