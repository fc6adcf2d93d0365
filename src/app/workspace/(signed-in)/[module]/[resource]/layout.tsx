import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { findTarget } from '../../../find-target.ts'
import { readTenant } from '../../../read-workspace.ts'
import { ResourcePage } from './resource-page.tsx'

type ResourceAddress = { params: Promise<{ module: string; resource: string }> }

async function readTarget({ params }: ResourceAddress) {
  const [tenant, address] = await Promise.all([readTenant(), params])
  return findTarget(tenant.modules, address)
}

export async function generateMetadata(address: ResourceAddress): Promise<Metadata> {
  return { title: (await readTarget(address))?.resource.title ?? 'Not found' }
}

/** The table of a resource. It stays while the address below it opens one record or another. */
export default async function ResourceLayout({
  params,
  children,
}: ResourceAddress & { children: ReactNode }) {
  const target = await readTarget({ params })
  if (!target) notFound()
  return (
    <>
      <ResourcePage moduleId={target.moduleId} resourceName={target.resource.name} />
      {children}
    </>
  )
}
