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
      overflowWrap: 'anywhere',
    },
  },
  { defaultProps: { id: 'main' } },
)

/** Leaves room for the switch of the colour mode, however long the name. */
const Sign = chakra('span', { base: { display: 'flex', maxW: 'min(24rem, calc(100vw - 6.5rem))' } })

/** The frame around the pages of a workspace that visitors may see. */
export function EntranceFrame({ businessName, children }: { businessName: string; children: ReactNode }) {
  return (
    <>
      <SiteHeader
        brand={
          <Sign>
            <WorkspaceBrand name={businessName} />
          </Sign>
        }
      />
      <Main>{children}</Main>
    </>
  )
}
