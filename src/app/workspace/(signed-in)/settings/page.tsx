import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { Role } from '#src/auth/identity.ts'
import { tenancyPermissions } from '#src/tenancy/permissions.ts'
import { WorkspaceSettings } from '#src/tenancy/ui/settings/workspace-settings.tsx'
import { readPerson } from '../../read-workspace.ts'

export const metadata: Metadata = { title: 'Settings' }

/** What the leaders of a workspace may change about it; who may not see it is taken to what is theirs. */
export default async function SettingsPage() {
  const person = await readPerson()
  const readers: readonly Role[] = tenancyPermissions['tenant:get']
  if (person && !readers.includes(person.role)) redirect('/settings/account')
  return <WorkspaceSettings />
}
