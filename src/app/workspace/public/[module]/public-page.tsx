'use client'

import dynamic from 'next/dynamic'
import { publicPages } from '#src/modules/page-registry.ts'

const screens = Object.fromEntries(
  Object.entries(publicPages).map(([moduleId, load]) => [moduleId, dynamic(load)]),
)

/** The public page of a module, loaded when it is opened. */
export function PublicPage({ moduleId, tenantId }: { moduleId: string; tenantId: string }) {
  const Screen = screens[moduleId]
  return Screen ? <Screen tenantId={tenantId} /> : null
}
