'use client'

import type { ReactNode } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { SectionTabs } from '#src/ui/layout/section-tabs.tsx'
import { settingsTabs } from './settings-tabs.ts'

/** Title and tabs of the settings: those pages that the person may open. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const may = useMay()
  const tabs = settingsTabs.filter(({ permission }) => permission === undefined || may(permission))
  return (
    <>
      <PageHeader title="Settings" />
      <SectionTabs label="Settings" tabs={tabs} />
      {children}
    </>
  )
}
