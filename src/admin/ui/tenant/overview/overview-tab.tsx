'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { Module } from '#src/resources/define-module.ts'
import type { TenantDetails } from '../../../tenant-details.ts'
import { UsageFigures } from '../usage-figures.tsx'
import { NewestRun } from './newest-run.tsx'
import { SchemaVersion } from './schema-version.tsx'
import { TenantFacts } from './tenant-facts.tsx'

const Columns = chakra('div', {
  base: {
    display: 'grid',
    alignItems: 'start',
    gap: '6',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', xl: 'minmax(0, 1fr) 24rem' },
  },
})
const Stack = chakra('div', { base: { display: 'grid', gap: '6', gridTemplateColumns: 'minmax(0, 1fr)' } })

interface OverviewTabProps {
  tenant: TenantDetails
  modules: readonly Module[]
}

/** What there is to know of a tenant at first sight. */
export function OverviewTab({ tenant, modules }: OverviewTabProps) {
  return (
    <>
      <UsageFigures tenantId={tenant.id} />
      <Columns>
        <Stack>
          <NewestRun tenantId={tenant.id} modules={modules} />
          <SchemaVersion tenant={tenant} modules={modules} />
        </Stack>
        <TenantFacts tenant={tenant} modules={modules} />
      </Columns>
    </>
  )
}
