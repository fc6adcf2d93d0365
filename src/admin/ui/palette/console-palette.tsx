'use client'

import { Activity, AppWindow, Building2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { PalettePanel } from '#src/ui/palette/palette-panel.tsx'
import { Palette } from '#src/ui/palette/palette.tsx'
import { useRemembered } from '#src/ui/remembered.ts'
import { useConsole } from '../console-context.tsx'
import { consolePages } from '../console-pages.tsx'
import type { ConsoleHit, ConsoleHitKind } from './palette-results.ts'
import { readRecent, withRecent } from './recent-hits.ts'
import { useConsoleSearch } from './use-console-search.ts'

const icons: Readonly<Record<ConsoleHitKind, ReactNode>> = {
  tenant: <Building2 aria-hidden />,
  run: <Activity aria-hidden />,
  page: <AppWindow aria-hidden />,
}
const pageIcons = new Map(
  consolePages.flatMap(({ entries }) => entries).map(({ href, icon }) => [href, icon]),
)

/** Finds tenants, runs and pages of the console by a few letters. */
export function ConsolePalette() {
  return <Palette>{(close) => <ConsolePanel onClose={close} />}</Palette>
}

function ConsolePanel({ onClose }: { onClose: () => void }) {
  const { person } = useConsole()
  const [typed, setTyped] = useState('')
  const [kept, keep] = useRemembered(`private.console-recent.${person.userId}`)
  const { groups, ...state } = useConsoleSearch(typed, readRecent(kept))
  const hits = new Map(groups.flatMap((group) => group.hits).map((hit) => [hit.id, hit]))

  function remember(id: string): void {
    const hit: ConsoleHit | undefined = hits.get(id)
    if (hit) keep(withRecent(kept, hit))
  }

  return (
    <PalettePanel
      label="Search tenants, runs and pages"
      typed={typed}
      onType={setTyped}
      onClose={onClose}
      onFollow={({ id }) => remember(id)}
      groups={groups.map(({ label, hits: found }) => ({
        label,
        hits: found.map((hit) => ({ ...hit, icon: pageIcons.get(hit.address) ?? icons[hit.kind] })),
      }))}
      {...state}
    />
  )
}
