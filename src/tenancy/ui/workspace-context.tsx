'use client'

import { createContext, use, type ReactNode } from 'react'
import type { TenantRole } from '#src/auth/identity.ts'
import type { Industry, Plan, TenantStatus } from '../tenant.ts'

/** The workspace the browser is in, as the server told the page. */
export type WorkspaceTenant = {
  tenantId: string
  subdomain: string
  businessName: string
  industry: Industry
  timezone: string
  currency: string
  /** ids of the modules that are switched on */
  modules: string[]
  status: TenantStatus
  plan: Plan
}

/** Who is signed in. */
export type WorkspacePerson = {
  userId: string
  email: string
  fullName: string
  role: TenantRole
  /** somebody of the platform acts as this person: who, why, and until when */
  visit?: { adminName: string; reason: string; until: string } | undefined
}

export type Workspace = { tenant: WorkspaceTenant; person: WorkspacePerson }

const WorkspaceContext = createContext<Workspace | null>(null)

/** Tells the screens below which workspace they are in and who is looking at them. */
export function WorkspaceProvider({ workspace, children }: { workspace: Workspace; children: ReactNode }) {
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>
}

/**
 * The workspace and the person of the nearest `WorkspaceProvider`.
 * @throws Error without one, a programming mistake.
 */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext)
  if (!workspace) throw new Error('useWorkspace needs a WorkspaceProvider above it.')
  return workspace
}
