'use client'

import { Button } from '@chakra-ui/react/button'
import { Eye } from 'lucide-react'
import { useState } from 'react'
import { openStatuses, type TenantStatus } from '#src/tenancy/tenant.ts'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { useConsole } from '../console-context.tsx'
import { ImpersonateForm } from './impersonate-form.tsx'

interface ImpersonateButtonProps {
  tenant: { id: string; subdomain: string; businessName: string; status: TenantStatus }
}

/** Asks as whom, why and for how long somebody wants to look at a workspace. For those alone who may. */
export function ImpersonateButton({ tenant }: ImpersonateButtonProps) {
  const { mayChange } = useConsole()
  const [open, setOpen] = useState(false)
  const isOpen = (openStatuses as readonly string[]).includes(tenant.status)
  if (!mayChange || !isOpen) return null
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        <Eye /> Act as a person
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title="Act as a person"
        description={`You see ${tenant.businessName} as they do. Both audit logs name you, them and the reason.`}
      >
        {open && <ImpersonateForm tenantId={tenant.id} onClose={() => setOpen(false)} />}
      </Drawer>
    </>
  )
}
