import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasRecordPage } from '../../../../../find-page.ts'
import { findTarget } from '../../../../../find-target.ts'
import { readTenant } from '../../../../../read-workspace.ts'
import { RecordPage } from './record-page.tsx'

type RecordAddress = { params: Promise<{ module: string; resource: string; record: string }> }

async function readTarget({ params }: RecordAddress) {
  const [tenant, address] = await Promise.all([readTenant(), params])
  const target = findTarget(tenant.modules, address)
  return target && hasRecordPage(target.moduleId, target.resource.name)
    ? { ...target, recordId: address.record }
    : undefined
}

export async function generateMetadata(address: RecordAddress): Promise<Metadata> {
  return { title: (await readTarget(address))?.resource.title ?? 'Not found' }
}

/** Everything about one record, on a page of its own. */
export default async function RecordOverviewPage(address: RecordAddress) {
  const target = await readTarget(address)
  if (!target) notFound()
  return (
    <RecordPage moduleId={target.moduleId} resourceName={target.resource.name} recordId={target.recordId} />
  )
}
