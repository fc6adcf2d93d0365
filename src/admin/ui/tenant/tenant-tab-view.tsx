'use client'

import type { Module } from '#src/resources/define-module.ts'
import type { TenantDetails } from '../../tenant-details.ts'
import { ConsoleAuditLog } from '../audit/audit-log.tsx'
import { TenantRuns } from '../runs/tenant-runs.tsx'
import { DangerTab } from './danger/danger-tab.tsx'
import { VisitsPanel } from '../impersonation/visits-panel.tsx'
import { ModulesTab } from './modules/modules-tab.tsx'
import { OverviewTab } from './overview/overview-tab.tsx'
import { PeopleTab } from './people/people-tab.tsx'
import { SettingsTab } from './settings/settings-tab.tsx'
import type { TenantTab } from './tenant-tabs.ts'
import { UsageTab } from './usage/usage-tab.tsx'

interface TenantTabViewProps {
  tab: TenantTab
  tenant: TenantDetails
  modules: readonly Module[]
}

/** One part of a tenant's page. */
export function TenantTabView({ tab, tenant, modules }: TenantTabViewProps) {
  switch (tab) {
    case 'overview':
      return <OverviewTab tenant={tenant} modules={modules} />
    case 'runs':
      return <TenantRuns tenantId={tenant.id} />
    case 'modules':
      return <ModulesTab tenant={tenant} modules={modules} />
    case 'people':
      return (
        <>
          <PeopleTab tenantId={tenant.id} />
          <VisitsPanel tenant={tenant} />
        </>
      )
    case 'usage':
      return <UsageTab tenantId={tenant.id} modules={modules} />
    case 'audit':
      return (
        <div>
          <ConsoleAuditLog tenantId={tenant.id} />
        </div>
      )
    case 'settings':
      return <SettingsTab tenant={tenant} />
    case 'danger':
      return <DangerTab tenant={tenant} />
  }
}
