import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicPages } from '#src/modules/page-registry.ts'
import { ApiProvider } from '#src/trpc/ui/provider.tsx'
import { readTenant } from '../../read-workspace.ts'
import { PublicPage } from './public-page.tsx'

export const metadata: Metadata = { referrer: 'no-referrer' }

/** What a module shows to visitors. What they may see there, the module's own procedures decide. */
export default async function PublicModulePage({ params }: { params: Promise<{ module: string }> }) {
  const [{ tenantId, modules }, { module: moduleId }] = await Promise.all([readTenant(), params])
  if (!modules.includes(moduleId) || !Object.hasOwn(publicPages, moduleId)) notFound()
  return (
    <ApiProvider>
      <PublicPage moduleId={moduleId} tenantId={tenantId} />
    </ApiProvider>
  )
}
