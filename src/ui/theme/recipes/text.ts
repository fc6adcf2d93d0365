import { defineRecipe } from '@chakra-ui/react/styled-system'

const sizes = {
  xs: { textStyle: 'xs' },
  sm: { textStyle: 'sm' },
  md: { textStyle: 'md' },
  lg: { textStyle: 'lg' },
  xl: { textStyle: 'xl' },
  '2xl': { textStyle: '2xl' },
  '3xl': { textStyle: '3xl' },
  '4xl': { textStyle: '4xl' },
}

export const headingRecipe = defineRecipe({
  className: 'berth-heading',
  base: { fontFamily: 'heading', fontWeight: 'semibold', letterSpacing: 'tight', textWrap: 'balance' },
  variants: { size: sizes },
  defaultVariants: { size: 'xl' },
})

export const linkRecipe = defineRecipe({
  className: 'berth-link',
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '1',
    outline: 'none',
    borderRadius: 'sm',
    color: 'accent.fg',
    focusVisibleRing: 'outside',
    textUnderlineOffset: '3px',
    textDecorationThickness: '1px',
    transitionProperty: 'color',
    transitionDuration: 'fast',
  },
  variants: {
    variant: {
      // Inside a sentence colour alone does not mark a link, so the line is the default.
      underline: {
        textDecoration: 'underline',
        textDecorationColor: 'accent.border',
        _hover: { textDecorationColor: 'currentColor' },
      },
      plain: { _hover: { textDecoration: 'underline' } },
    },
  },
  defaultVariants: { variant: 'underline' },
})

const inlineCode = {
  fontFamily: 'mono',
  fontSize: '0.92em',
  bg: 'bg.muted',
  color: 'fg',
  borderRadius: 'sm',
  px: '1.5',
  py: '0.5',
}

export const codeRecipe = defineRecipe({
  className: 'berth-code',
  base: { ...inlineCode, overflowWrap: 'anywhere' },
})

export const kbdRecipe = defineRecipe({
  className: 'berth-kbd',
  base: {
    ...inlineCode,
    borderWidth: '1px',
    borderBottomWidth: '2px',
    color: 'fg.muted',
    whiteSpace: 'nowrap',
  },
})
