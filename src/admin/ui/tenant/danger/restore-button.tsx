'use client'

import { Button } from '@chakra-ui/react/button'
import { useState } from 'react'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { TenantDetails } from '../../../tenant-details.ts'
import { useConsole } from '../../console-context.tsx'
import { OrderDrawer } from '../order-drawer.tsx'
import { useTenantRenewal } from '../tenant-queries.ts'

/** Calls the deletion of a tenant off. Nothing for those who may not. */
export function RestoreButton({ tenant }: { tenant: TenantDetails }) {
  const { mayChange } = useConsole()
  const api = useApi()
  const renew = useTenantRenewal(tenant.id)
  const [asking, setAsking] = useState(false)
  if (!mayChange || !tenant.moves.includes('restore')) return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>Restore</Button>
      <OrderDrawer
        open={asking}
        onClose={() => setAsking(false)}
        title={`Restore “${tenant.businessName}”?`}
        label="Restore"
        busyLabel="Restoring"
        tone="accent"
        terms={{ confirm: tenant.subdomain, reason: 'required' }}
        send={async ({ reason }) => {
          await api.admin.tenants.restore.mutate({ tenantId: tenant.id, reason })
          await renew()
          toast.success('The tenant is back')
        }}
      >
        <p>It is at once what it was before: {describeBefore(tenant)}. Its owners are told by mail.</p>
      </OrderDrawer>
    </>
  )
}

function describeBefore({ statusBefore }: TenantDetails): string {
  if (statusBefore === 'suspended') return 'suspended, so that nobody can work in it until it is activated'
  return 'open, with all its people, records and files'
}
