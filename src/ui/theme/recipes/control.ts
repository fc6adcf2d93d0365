import { defineRecipe } from '@chakra-ui/react/styled-system'

/** What one types into or chooses from. 16 px on phones, else iOS zooms in; 44 px high there for thumbs. */
export const controlRecipe = defineRecipe({
  className: 'berth-control',
  base: {
    width: '100%',
    minW: '0',
    appearance: 'none',
    outline: '0',
    textAlign: 'start',
    color: 'fg',
    bg: 'bg.panel',
    borderWidth: '1px',
    borderColor: 'border.control',
    borderRadius: 'control',
    transitionProperty: 'border-color, box-shadow, background-color',
    transitionDuration: 'fast',
    fontSize: { base: 'lg', sm: 'md' },
    lineHeight: '1.375rem',
    _hover: { borderColor: 'fg.subtle' },
    _focusVisible: {
      borderColor: 'accent',
      boxShadow: '0 0 0 3px color-mix(in oklab, {colors.accent}, transparent 75%)',
    },
    _invalid: {
      borderColor: 'border.error',
      _focusVisible: { boxShadow: '0 0 0 3px color-mix(in oklab, {colors.border.error}, transparent 75%)' },
    },
    _disabled: {
      bg: 'bg.subtle',
      color: 'fg.muted',
      borderColor: 'border',
      cursor: 'disabled',
      opacity: '1',
    },
    _readOnly: { bg: 'bg.subtle', borderColor: 'border' },
  },
  variants: {
    size: {
      sm: { h: { base: '11', sm: '8' }, px: '2.5', fontSize: { base: 'lg', sm: 'sm' } },
      md: { h: { base: '11', sm: '10' }, px: '3' },
      lg: { h: '12', px: '4', fontSize: 'lg' },
    },
    multiline: {
      true: { h: 'auto', minH: '24', py: '2.5', resize: 'vertical' },
    },
  },
  defaultVariants: { size: 'md' },
})
