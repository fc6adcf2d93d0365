import type { ReactNode } from 'react'
import { SiteFooter } from '#src/ui/layout/site-footer.tsx'
import { SiteHeader } from '#src/ui/layout/site-header.tsx'
import { SiteMain } from './site-main.tsx'

interface SiteFrameProps {
  /** Where the logo leads; on a host that is not the apex, the apex. */
  home?: string
  /** Links at the end of the header. */
  links?: ReactNode
  children: ReactNode
}

/** Header, main part and footer of the pages outside a workspace. */
export function SiteFrame({ home, links, children }: SiteFrameProps) {
  return (
    <>
      <SiteHeader {...(home ? { home } : {})}>{links}</SiteHeader>
      <SiteMain>{children}</SiteMain>
      <SiteFooter note="Berth builds every business a workspace of its own." />
    </>
  )
}
