import { defineRecipe } from '@chakra-ui/react/styled-system'

export const containerRecipe = defineRecipe({
  className: 'berth-container',
  base: { w: '100%', mx: 'auto', px: { base: '4', md: '6' }, maxW: 'content' },
})

export const separatorRecipe = defineRecipe({
  className: 'berth-separator',
  base: { display: 'block', borderColor: 'border', borderStyle: 'solid' },
  variants: {
    orientation: { vertical: { borderInlineStartWidth: '1px' }, horizontal: { borderTopWidth: '1px' } },
  },
  defaultVariants: { orientation: 'horizontal' },
})

export const badgeRecipe = defineRecipe({
  className: 'berth-badge',
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '1',
    flexShrink: '0',
    whiteSpace: 'nowrap',
    fontWeight: 'medium',
    fontVariantNumeric: 'tabular-nums',
    borderRadius: 'full',
    textStyle: 'xs',
    px: '2',
    minH: '5',
  },
  variants: {
    variant: {
      subtle: { bg: 'colorPalette.subtle', color: 'colorPalette.fg' },
      solid: { bg: 'colorPalette.solid', color: 'colorPalette.contrast' },
      outline: { borderWidth: '1px', borderColor: 'border.emphasized', color: 'fg.muted' },
    },
  },
  defaultVariants: { variant: 'subtle' },
})

export const skeletonRecipe = defineRecipe({
  className: 'berth-skeleton',
  base: { bg: 'bg.emphasized', borderRadius: 'md', animation: 'pulse' },
  variants: {
    loading: {
      true: { color: 'transparent', '& > *': { visibility: 'hidden' } },
      false: { bg: 'transparent', animation: 'fade-in' },
    },
  },
  defaultVariants: { loading: true },
})

export const spinnerRecipe = defineRecipe({
  className: 'berth-spinner',
  base: {
    display: 'inline-block',
    boxSize: 'var(--spinner-size)',
    borderWidth: '2px',
    borderColor: 'currentColor',
    borderBottomColor: 'transparent',
    borderRadius: 'full',
    animation: 'spin',
  },
  variants: {
    size: {
      inherit: { '--spinner-size': '1em' },
      sm: { '--spinner-size': 'sizes.4' },
      md: { '--spinner-size': 'sizes.5' },
      lg: { '--spinner-size': 'sizes.8' },
    },
  },
  defaultVariants: { size: 'inherit' },
})

export const iconRecipe = defineRecipe({
  className: 'berth-icon',
  base: { display: 'inline-block', flexShrink: '0', color: 'currentcolor' },
  variants: {
    size: {
      inherit: {},
      xs: { boxSize: '3' },
      sm: { boxSize: '4' },
      md: { boxSize: '5' },
      lg: { boxSize: '6' },
    },
  },
  defaultVariants: { size: 'inherit' },
})
