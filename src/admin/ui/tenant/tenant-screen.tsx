'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useSearchParams } from 'next/navigation'
import type { Module } from '#src/resources/define-module.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SectionTabs } from '#src/ui/layout/section-tabs.tsx'
import { useConsole } from '../console-context.tsx'
import { DeletedTenant } from './deleted-tenant.tsx'
import { MissingTenant } from './missing-tenant.tsx'
import { TenantHeader } from './tenant-header.tsx'
import { TenantNotice } from './tenant-notice.tsx'
import { TenantSkeleton } from './tenant-skeleton.tsx'
import { readTab, tabAddress, tabLinks } from './tenant-tabs.ts'
import { TenantTabView } from './tenant-tab-view.tsx'
import { useTenant } from './tenant-queries.ts'

/** What the server answers for an id that nobody has, or that is none. */
const NOBODY: readonly string[] = ['NOT_FOUND', 'TENANT_NOT_FOUND', 'VALIDATION_FAILED']

interface TenantScreenProps {
  tenantId: string
  /** all modules there are */
  modules: readonly Module[]
}

/** One tenant, and whatever can be known of it or done to it. */
export function TenantScreen({ tenantId, modules }: TenantScreenProps) {
  const { mayChange } = useConsole()
  const tab = readTab(useSearchParams().get('tab'), mayChange)
  const { data: tenant, error, refetch } = useTenant(tenantId)
  if (!tenant) {
    if (!error) return <TenantSkeleton />
    const failure = callErrorOf(error)
    if (NOBODY.includes(failure.code)) return <MissingTenant tenantId={tenantId} />
    return (
      <CallFailure title="The tenant could not be loaded" error={failure} onRetry={() => void refetch()} />
    )
  }
  if (tenant.status === 'deleted') return <DeletedTenant tenant={tenant} />
  return (
    <>
      <TenantHeader tenant={tenant} />
      <TenantNotice tenant={tenant} />
      <SectionTabs
        label="Parts of the tenant"
        tabs={tabLinks(tenantId, mayChange)}
        current={tabAddress(tenantId, tab)}
      />
      <chakra.div display="grid" gap="6" gridTemplateColumns="minmax(0, 1fr)">
        <TenantTabView tab={tab} tenant={tenant} modules={modules} />
      </chakra.div>
    </>
  )
}
