'use client'

import { createContext, use, useMemo, type ReactNode } from 'react'
import type { Role } from '../identity.ts'
import { isWithheld } from '../impersonation.ts'
import { hasPermission, type Permission, type PermissionTable } from '../permissions.ts'

/** Whether the signed-in person holds a permission. */
export type May = (permission: Permission) => boolean

const MayContext = createContext<May>(() => false)

interface MayProviderProps {
  /** the table that the server enforces */
  permissions: PermissionTable
  role: Role
  /** somebody of the platform acts as the person, without some of their rights */
  isImpersonated?: boolean
  children: ReactNode
}

/** Tells the screens below what the person may do, so that nothing else is offered. */
export function MayProvider({ permissions, role, isImpersonated = false, children }: MayProviderProps) {
  const may = useMemo<May>(
    () => (permission) =>
      hasPermission(permissions, role, permission) && !(isImpersonated && isWithheld(permission)),
    [permissions, role, isImpersonated],
  )
  return <MayContext value={may}>{children}</MayContext>
}

/** Answers what the person may do, such as `may('members:list')`. The server has the last word. */
export function useMay(): May {
  return use(MayContext)
}
