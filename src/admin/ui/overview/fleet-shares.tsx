'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { tenantStatuses } from '#src/tenancy/tenant.ts'
import { getStatusLook } from '#src/ui/feedback/status-look.ts'
import type { Overview } from '../../overview.ts'
import { ShareList } from './share-list.tsx'

const Grid = chakra('div', {
  base: {
    display: 'grid',
    gap: '6',
    alignItems: 'start',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'repeat(3, minmax(0, 1fr))' },
  },
})

/** Tenants by status, plan and industry. */
export function FleetShares({ byStatus, byPlan, byIndustry }: Overview) {
  const { modules } = useModuleAccess()
  const filteredBy = (name: string) => (value: string) => `/admin/tenants?${name}=${value}`
  return (
    <Grid>
      <ShareList title="By status" shares={byStatus} nameOf={nameOfStatus} hrefOf={filteredBy('status')} />
      <ShareList title="By plan" shares={byPlan} nameOf={capitalised} hrefOf={filteredBy('plan')} />
      <ShareList
        title="By industry"
        shares={byIndustry}
        nameOf={(value) => modules.find(({ industry }) => industry === value)?.title ?? capitalised(value)}
        hrefOf={filteredBy('industry')}
      />
    </Grid>
  )
}

function nameOfStatus(value: string): string {
  const status = tenantStatuses.find((name) => name === value)
  return status ? getStatusLook(status).word : capitalised(value)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
