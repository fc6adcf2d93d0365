import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { readIsFolded } from '../../read-is-folded.ts'
import { readPerson, readTenant } from '../read-workspace.ts'
import { WorkspaceApp } from '../workspace-app.tsx'

/** The frame around every page for people who are signed in. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const [tenant, person, isFolded] = await Promise.all([readTenant(), readPerson(), readIsFolded()])
  // The server sends signed-out visitors away before; this holds should it ever not.
  if (!person) redirect('/login')
  return (
    <WorkspaceApp workspace={{ tenant, person }} isFolded={isFolded}>
      {children}
    </WorkspaceApp>
  )
}
