'use client'

import { createContext, use, useMemo, type ReactNode } from 'react'
import type { PlatformRole } from '#src/auth/identity.ts'

/** Who of the platform is signed in. */
export type ConsolePerson = { userId: string; email: string; fullName: string; role: PlatformRole }

export type Console = {
  person: ConsolePerson
  /** false for viewers: they are offered nothing that changes something */
  mayChange: boolean
  /** address of a workspace's front page */
  workspaceUrl: (subdomain: string) => string
}

const ConsoleContext = createContext<Console | null>(null)

interface ConsoleProviderProps {
  person: ConsolePerson
  /** the domain that workspaces hang below, with port */
  domain: string
  /** `https:` or `http:` */
  protocol: string
  children: ReactNode
}

/** Tells the screens below who is looking at them. */
export function ConsoleProvider({ person, domain, protocol, children }: ConsoleProviderProps) {
  const value = useMemo(
    (): Console => ({
      person,
      mayChange: person.role === 'platform_admin',
      workspaceUrl: (subdomain) => `${protocol}//${subdomain}.${domain}/`,
    }),
    [person, domain, protocol],
  )
  return <ConsoleContext value={value}>{children}</ConsoleContext>
}

/**
 * The console of the nearest `ConsoleProvider`.
 * @throws Error without one, a programming mistake.
 */
export function useConsole(): Console {
  const value = use(ConsoleContext)
  if (!value) throw new Error('useConsole needs a ConsoleProvider above it.')
  return value
}
