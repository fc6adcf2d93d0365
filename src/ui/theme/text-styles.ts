import { defineTextStyles } from '@chakra-ui/react/styled-system'

/** Type sizes 12, 13, 14 (body), 16, 20, 26, 34; 46 is for the landing headline alone. */
export const textStyles = defineTextStyles({
  '2xs': { value: { fontSize: '2xs', lineHeight: '1rem' } },
  xs: { value: { fontSize: 'xs', lineHeight: '1rem' } },
  sm: { value: { fontSize: 'sm', lineHeight: '1.25rem' } },
  md: { value: { fontSize: 'md', lineHeight: '1.375rem' } },
  lg: { value: { fontSize: 'lg', lineHeight: '1.5rem' } },
  xl: { value: { fontSize: 'xl', lineHeight: '1.75rem', letterSpacing: 'tight' } },
  '2xl': { value: { fontSize: '2xl', lineHeight: '2rem', letterSpacing: 'tight' } },
  '3xl': { value: { fontSize: '3xl', lineHeight: '2.5rem', letterSpacing: 'tighter' } },
  '4xl': { value: { fontSize: { base: '3xl', sm: '4xl' }, lineHeight: '1.1', letterSpacing: 'tighter' } },
  label: { value: { fontSize: 'sm', lineHeight: '1.25rem', fontWeight: 'medium' } },
  overline: { value: { fontSize: 'xs', lineHeight: '1rem', fontWeight: 'medium', color: 'fg.subtle' } },
  mono: { value: { fontFamily: 'mono', fontSize: '0.93em' } },
  numeric: { value: { fontVariantNumeric: 'tabular-nums' } },
})
