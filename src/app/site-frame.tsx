import type { ReactNode } from 'react'
import { SiteFooter } from '#src/ui/layout/site-footer.tsx'
import { SiteHeader } from '#src/ui/layout/site-header.tsx'
import { SiteMain } from './site-main.tsx'

/** Header, main part and footer of the pages outside a workspace. */
export function SiteFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <SiteMain>{children}</SiteMain>
      <SiteFooter note="Berth builds every business a workspace of its own." />
    </>
  )
}
