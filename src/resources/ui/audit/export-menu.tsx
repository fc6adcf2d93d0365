'use client'

import { Button } from '@chakra-ui/react/button'
import { Download } from 'lucide-react'
import { MenuEntry } from '#src/ui/overlay/menu-entry.tsx'
import { Menu } from '#src/ui/overlay/menu.tsx'

/** Takes what the list shows along as a file. */
export function ExportMenu({ addressOf }: { addressOf: (format: 'csv' | 'json') => string }) {
  return (
    <Menu
      trigger={(props) => (
        <Button variant="outline" {...props}>
          <Download />
          Export
        </Button>
      )}
    >
      <MenuEntry onSelect={() => window.location.assign(addressOf('csv'))}>CSV, for spreadsheets</MenuEntry>
      <MenuEntry onSelect={() => window.location.assign(addressOf('json'))}>JSON, for programs</MenuEntry>
    </Menu>
  )
}
