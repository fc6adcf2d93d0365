import type { Metadata } from 'next'
import { TenantPage } from './tenant-page.tsx'

export const metadata: Metadata = { title: 'Tenant' }

/** One tenant; `?tab=` is the part of it. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <TenantPage tenantId={id} />
}
