'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import { WorkspaceBrand } from '#src/tenancy/ui/workspace-brand.tsx'
import { SiteHeader } from '#src/ui/layout/site-header.tsx'

const Main = chakra(
  'main',
  {
    base: {
      display: 'grid',
      alignContent: 'start',
      w: '100%',
      maxW: 'form',
      mx: 'auto',
      px: { base: '4', sm: '6' },
      pt: { base: '8', sm: '16' },
      pb: '12',
      minH: 'calc(100dvh - 4rem)',
    },
  },
  { defaultProps: { id: 'main' } },
)

/** The frame around the pages of a workspace that visitors may see. */
export function EntranceFrame({ businessName, children }: { businessName: string; children: ReactNode }) {
  return (
    <>
      <SiteHeader brand={<WorkspaceBrand name={businessName} />} />
      <Main>{children}</Main>
    </>
  )
}
