'use client'

import { Button } from '@chakra-ui/react/button'
import { ShieldCheck } from 'lucide-react'
import { PLATFORM_CHAIN } from '#src/audit/chain-proof.ts'
import { exportAddress } from '#src/resources/ui/audit/audit-query.ts'
import { ExportMenu } from '#src/resources/ui/audit/export-menu.tsx'
import { MenuEntry } from '#src/ui/overlay/menu-entry.tsx'
import { Menu } from '#src/ui/overlay/menu.tsx'
import type { ConsoleAuditFilters } from '../../audit-log.ts'
import { useConsole } from '../console-context.tsx'

interface LogActionsProps {
  filters: ConsoleAuditFilters
  isChecking: boolean
  /** of a tenant, or of the platform by the nil UUID */
  onVerify: (tenantId: string) => void
  onVerifyAll: () => void
}

/** Proves what is on screen, and takes it along. */
export function LogActions({ filters, isChecking, onVerify, onVerifyAll }: LogActionsProps) {
  const { mayChange } = useConsole()
  const { tenantId } = filters
  return (
    <>
      {tenantId ? (
        <Button variant="outline" loading={isChecking} onClick={() => onVerify(tenantId)}>
          <ShieldCheck />
          Verify
        </Button>
      ) : (
        <Menu
          trigger={(props) => (
            <Button variant="outline" loading={isChecking} {...props}>
              <ShieldCheck />
              Verify
            </Button>
          )}
        >
          <MenuEntry onSelect={onVerifyAll}>All logs</MenuEntry>
          <MenuEntry onSelect={() => onVerify(PLATFORM_CHAIN)}>The log of the platform</MenuEntry>
        </Menu>
      )}
      {mayChange && (
        <ExportMenu addressOf={(format) => exportAddress('/admin/audit', { ...filters, format })} />
      )}
    </>
  )
}
