'use client'

import { chakra } from '@chakra-ui/react/styled-system'

/** The main part of a page outside a workspace, as wide as its header and tall enough to keep the footer down. */
export const SiteMain = chakra(
  'main',
  {
    base: {
      w: '100%',
      maxW: 'content',
      minH: 'calc(100dvh - 9rem)',
      mx: 'auto',
      px: { base: '4', md: '6' },
      pt: { base: '4', md: '8' },
      pb: '12',
    },
  },
  { defaultProps: { id: 'main' } },
)
