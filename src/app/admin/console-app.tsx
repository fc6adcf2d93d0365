'use client'

import type { ReactNode } from 'react'
import { ConsoleProvider, type ConsolePerson } from '#src/admin/ui/console-context.tsx'
import { ConsoleShell } from '#src/admin/ui/console-shell.tsx'
import { modules } from '#src/modules/registry.ts'
import { ModuleAccessProvider } from '#src/resources/ui/module-access.tsx'
import { ApiProvider } from '#src/trpc/ui/provider.tsx'
import { FormatSettingsProvider } from '#src/ui/format/format-settings.tsx'
import { useTimeZone } from '#src/ui/format/use-time-zone.ts'

interface ConsoleAppProps {
  person: ConsolePerson
  domain: string
  protocol: string
  isFolded: boolean
  children: ReactNode
}

/** Composes the console for the person who is signed in: the client, all modules, and the frame. */
export function ConsoleApp({ person, domain, protocol, isFolded, children }: ConsoleAppProps) {
  const timeZone = useTimeZone()
  return (
    <ConsoleProvider person={person} domain={domain} protocol={protocol}>
      <FormatSettingsProvider timeZone={timeZone}>
        <ApiProvider>
          <ModuleAccessProvider modules={modules}>
            <ConsoleShell isFolded={isFolded}>{children}</ConsoleShell>
          </ModuleAccessProvider>
        </ApiProvider>
      </FormatSettingsProvider>
    </ConsoleProvider>
  )
}
