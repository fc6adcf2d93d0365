import type { Metadata } from 'next'
import { TenantsScreen } from '#src/admin/ui/tenants/tenants-screen.tsx'
import { modules } from '#src/modules/registry.ts'
import { signUpOptionsOf } from '#src/resources/sign-up-options.ts'
import { readSite } from '../../read-console.ts'

export const metadata: Metadata = { title: 'Tenants' }

/** All tenants. */
export default async function TenantsPage() {
  const { domain } = await readSite()
  return <TenantsScreen options={signUpOptionsOf(modules, domain)} />
}
