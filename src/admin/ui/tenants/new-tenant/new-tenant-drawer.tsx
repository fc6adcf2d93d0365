'use client'

import { useCallback, useState } from 'react'
import type { SignUpOptions } from '#src/tenancy/sign-up.ts'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { useUnsavedChangesWarning } from '#src/ui/form/use-unsaved-changes-warning.tsx'
import { NewTenantForm } from './new-tenant-form.tsx'

interface NewTenantDrawerProps {
  open: boolean
  onClose: () => void
  options: SignUpOptions
}

/** Signs a business up in its name. */
export function NewTenantDrawer({ open, onClose, options }: NewTenantDrawerProps) {
  const [isDirty, setDirty] = useState(false)
  const { guard, dialog } = useUnsavedChangesWarning(isDirty)
  const finish = useCallback(() => {
    setDirty(false)
    onClose()
  }, [onClose])
  const askToClose = useCallback(() => guard(finish), [guard, finish])
  return (
    <Drawer
      open={open}
      onClose={askToClose}
      title="New tenant"
      description="The owner gets a mail with a link to choose a password."
    >
      {open && <NewTenantForm options={options} onDirtyChange={setDirty} onCancel={askToClose} />}
      {dialog}
    </Drawer>
  )
}
