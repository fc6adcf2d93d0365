'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { PersonMenu } from '#src/auth/ui/person-menu.tsx'
import { ConnectionStatus } from '#src/trpc/ui/connection-status.tsx'
import { LostConnectionBanner } from '#src/trpc/ui/lost-connection-banner.tsx'
import { useConnection } from '#src/trpc/ui/use-connection.ts'
import { AppShell } from '#src/ui/layout/app-shell.tsx'
import { Logo } from '#src/ui/layout/logo.tsx'
import { PrefetchedLink } from '#src/ui/layout/prefetched-link.tsx'
import { useConsole } from './console-context.tsx'
import { consolePages } from './console-pages.tsx'
import { ConsolePalette } from './palette/console-palette.tsx'
import { useFleetChanges } from './use-fleet-changes.ts'

const Home = chakra(NextLink, {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2',
    minH: { base: '11', sm: '9' },
    borderRadius: 'control',
    focusVisibleRing: 'outside',
  },
})
const Plate = chakra('span', {
  base: {
    px: '1.5',
    borderWidth: '1px',
    borderRadius: 'sm',
    color: 'fg.muted',
    textStyle: 'xs',
    fontWeight: 'medium',
  },
})

const roleTitles = { platform_admin: 'Platform admin', platform_viewer: 'Platform viewer' } as const

interface ConsoleShellProps {
  /** the navigation was folded when the page was last left */
  isFolded: boolean
  children: ReactNode
}

/** The frame of every page of the console. */
export function ConsoleShell({ isFolded, children }: ConsoleShellProps) {
  const { person } = useConsole()
  const connection = useConnection()
  useFleetChanges()
  return (
    <AppShell
      tone="console"
      brand={
        <Home href="/admin">
          <Logo />
          <Plate>Console</Plate>
        </Home>
      }
      brandMark={
        <Home href="/admin" aria-label="Console">
          <Logo markOnly />
        </Home>
      }
      groups={consolePages}
      search={<ConsolePalette />}
      status={<ConnectionStatus state={connection} />}
      person={<PersonMenu person={person} roleTitle={roleTitles[person.role]} />}
      banner={<LostConnectionBanner state={connection} />}
      defaultCollapsed={isFolded}
      LinkComponent={PrefetchedLink}
    >
      {children}
    </AppShell>
  )
}
