'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { Snippet } from '../../search.ts'

/** Not by colour alone: what was found is also heavier and underlined. */
const Hit = chakra('mark', {
  base: {
    bg: 'accent.subtle',
    color: 'inherit',
    fontWeight: 'semibold',
    borderBottomWidth: '1px',
    borderColor: 'accent.fg',
  },
})

/** Text with the words marked that were found. It is plain text: nothing in it is read as HTML. */
export function MarkedText({ snippets }: { snippets: readonly Snippet[] }) {
  return snippets.map(({ text, hit }, index) => (hit ? <Hit key={index}>{text}</Hit> : text))
}
