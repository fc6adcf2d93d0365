'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { TenantDetails } from '../../../tenant-details.ts'
import { ActivateRow } from './activate-row.tsx'
import { DeleteRow } from './delete-row.tsx'
import { RollbackRow } from './rollback-row.tsx'
import { SuspendRow } from './suspend-row.tsx'

const Note = chakra('p', {
  base: { px: { base: '4', sm: '6' }, py: '5', borderTopWidth: '1px', color: 'fg.muted' },
})
const List = chakra('ul', { base: { listStyle: 'none', mt: '4' } })

/** What closes a tenant or takes it away, and what opens it again. */
export function DangerTab({ tenant }: { tenant: TenantDetails }) {
  const { moves } = tenant
  return (
    <Panel
      title="Danger zone"
      description="Each of these asks for the subdomain of the tenant before anything happens."
      flush
    >
      <List>
        {moves.includes('suspend') && <SuspendRow tenant={tenant} />}
        {tenant.status === 'suspended' && moves.includes('activate') && <ActivateRow tenant={tenant} />}
        {moves.includes('delete') && <DeleteRow tenant={tenant} />}
        {tenant.deletionDueAt === null && <RollbackRow tenant={tenant} />}
      </List>
      {tenant.deletionDueAt !== null ? (
        <Note>Its deletion is ordered. Nothing else can be done until it is restored.</Note>
      ) : (
        moves.length === 0 && <Note>While it is not built there is nothing to take away: see its runs.</Note>
      )}
    </Panel>
  )
}
