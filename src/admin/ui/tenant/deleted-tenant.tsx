'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { TenantDetails } from '../../tenant-details.ts'
import { formatDate } from '#src/ui/format/dates.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { ConsoleAuditLog } from '../audit/audit-log.tsx'
import { TenantStatusBadge } from '../tenants/tenant-status-badge.tsx'

/** What is left of a tenant that was deleted for good. */
export function DeletedTenant({ tenant }: { tenant: TenantDetails }) {
  const { timeZone } = useFormatSettings()
  return (
    <>
      <PageHeader
        title={tenant.businessName}
        back={{ href: '/admin/tenants', label: 'Tenants' }}
        aside={<TenantStatusBadge status={tenant.status} />}
      />
      <chakra.div display="grid" gap="6" gridTemplateColumns="minmax(0, 1fr)">
        <Panel title="Deleted for good">
          <chakra.p maxW="reading" textWrap="pretty">
            Schema, records, files and people of this tenant were removed on{' '}
            {formatDate(tenant.statusChangedAt, timeZone, 'dateTime')}. Its address{' '}
            <chakra.span fontFamily="mono" textStyle="sm">
              {tenant.subdomain}
            </chakra.span>{' '}
            is free for others. What is left is its audit log.
          </chakra.p>
        </Panel>
        <div>
          <ConsoleAuditLog tenantId={tenant.id} />
        </div>
      </chakra.div>
    </>
  )
}
