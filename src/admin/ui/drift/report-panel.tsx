'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { useState } from 'react'
import type { DriftReport } from '#src/provisioning/drift.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import { useConsole } from '../console-context.tsx'
import { FindingItem } from './finding-item.tsx'
import { RepairDrawer } from './repair-drawer.tsx'

const List = chakra('ul', { base: { listStyle: 'none', mt: '4' } })
const TenantLink = chakra(NextLink, {
  base: {
    color: 'accent.fg',
    textDecoration: 'underline',
    textUnderlineOffset: '0.2em',
    focusVisibleRing: 'outside',
  },
})

/** All that differs at one tenant, and its repair. */
export function ReportPanel({
  report: { tenantId, subdomain, schemaName, findings },
}: {
  report: DriftReport
}) {
  const { mayChange } = useConsole()
  const [repairing, setRepairing] = useState(false)
  return (
    <Panel
      title={subdomain ?? 'Belongs to no tenant'}
      description={
        tenantId === null ? (
          schemaName
        ) : (
          <TenantLink href={`/admin/tenants/${tenantId}`}>{schemaName}</TenantLink>
        )
      }
      actions={
        mayChange &&
        tenantId !== null && (
          <Button variant="outline" onClick={() => setRepairing(true)}>
            Repair…
          </Button>
        )
      }
      flush
    >
      <List>
        {findings.map((finding) => (
          <FindingItem
            key={`${finding.kind} ${finding.object} ${finding.aspect ?? finding.difference}`}
            finding={finding}
          />
        ))}
      </List>
      {tenantId !== null && subdomain !== null && (
        <RepairDrawer
          open={repairing}
          onClose={() => setRepairing(false)}
          tenantId={tenantId}
          subdomain={subdomain}
        />
      )}
    </Panel>
  )
}
