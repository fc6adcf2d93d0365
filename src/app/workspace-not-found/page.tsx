import type { Metadata } from 'next'
import { BerthDrawing } from '#src/provisioning/ui/berth-drawing.tsx'
import { subdomainInput } from '#src/tenancy/subdomain.ts'
import { Notice, NoticeLink } from '../notice.tsx'
import { readRequestHost, subdomainOf } from '../request-host.ts'
import { SiteFrame } from '../site-frame.tsx'

export const metadata: Metadata = { title: 'No workspace at this address', robots: { index: false } }

/** Said on a host that belongs to nobody, with the offer to make it somebody's. */
export default async function WorkspaceNotFoundPage() {
  const { host, domain } = await readRequestHost()
  const subdomain = subdomainOf(host, domain)
  const isPossible = subdomainInput.safeParse(subdomain).success
  return (
    <SiteFrame home={`//${domain}/`}>
      <Notice
        label="404, not found"
        title="There is no workspace at this address"
        picture={<BerthDrawing progress={0} bollards={9} lit={0} initials={null} />}
        actions={
          <>
            <NoticeLink href={`//${domain}/signup${isPossible ? `?subdomain=${subdomain}` : ''}`}>
              {isPossible ? `Create ${subdomain}` : 'Create a workspace'}
            </NoticeLink>
            <NoticeLink href={`//${domain}/`} quiet>
              What is Berth?
            </NoticeLink>
          </>
        }
      >
        <p>
          Nobody works at <strong>{host}</strong>. Check the spelling with whoever gave it to you
          {isPossible ? ', or make it yours.' : '.'}
        </p>
      </Notice>
    </SiteFrame>
  )
}
