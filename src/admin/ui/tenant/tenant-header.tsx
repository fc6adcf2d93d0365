'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ExternalLink } from 'lucide-react'
import { planTitles } from '#src/tenancy/plans.ts'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import type { TenantDetails } from '../../tenant-details.ts'
import { TenantActions } from '../tenants/tenant-actions.tsx'
import { TenantStatusBadge } from '../tenants/tenant-status-badge.tsx'

const Line = chakra('div', {
  base: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '4', rowGap: '1' },
})
const Address = chakra('a', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '1.5',
    minH: { base: '11', sm: '6' },
    minW: '0',
    color: 'accent.fg',
    fontFamily: 'mono',
    textStyle: 'sm',
    overflowWrap: 'anywhere',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
    _hover: { textDecoration: 'underline' },
    _icon: { flexShrink: '0' },
  },
})

/** Who the tenant is, how it stands, and what is done most. */
export function TenantHeader({ tenant }: { tenant: TenantDetails }) {
  return (
    <PageHeader
      title={tenant.businessName}
      back={{ href: '/admin/tenants', label: 'Tenants' }}
      aside={<TenantStatusBadge status={tenant.status} deletionDueAt={tenant.deletionDueAt} />}
      actions={<TenantActions tenant={tenant} />}
      description={
        <Line>
          <Address href={tenant.workspaceUrl} target="_blank" rel="noreferrer" dir="ltr">
            {tenant.workspaceUrl.replace(/^https?:\/\/|\/$/g, '')}
            <ExternalLink size={14} aria-label="(opens in a new tab)" />
          </Address>
          <span>Plan {planTitles[tenant.plan]}</span>
        </Line>
      }
    />
  )
}
