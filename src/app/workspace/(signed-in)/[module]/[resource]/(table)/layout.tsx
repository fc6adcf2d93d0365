import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { findPage } from '../../../../find-page.ts'
import { findTarget } from '../../../../find-target.ts'
import { readTenant } from '../../../../read-workspace.ts'
import { ModulePage } from '../../module-page.tsx'
import { ResourcePage } from './resource-page.tsx'

type ResourceAddress = { params: Promise<{ module: string; resource: string }> }

async function readTarget({ params }: ResourceAddress) {
  const [tenant, address] = await Promise.all([readTenant(), params])
  return { page: findPage(tenant.modules, address), target: findTarget(tenant.modules, address) }
}

export async function generateMetadata(address: ResourceAddress): Promise<Metadata> {
  const { page, target } = await readTarget(address)
  return { title: page?.page.title ?? target?.resource.title ?? 'Not found' }
}

/** The table of a resource, or a page of the module. The table stays while the address below it opens one record or another. */
export default async function ResourceLayout({
  params,
  children,
}: ResourceAddress & { children: ReactNode }) {
  const { page, target } = await readTarget({ params })
  if (page) return <ModulePage {...page} />
  if (!target) notFound()
  return (
    <>
      <ResourcePage moduleId={target.moduleId} resourceName={target.resource.name} />
      {children}
    </>
  )
}
