'use client'

import { useCallback, useState } from 'react'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { useUnsavedChangesWarning } from '#src/ui/form/use-unsaved-changes-warning.tsx'
import { StartRolloutForm } from './start-rollout-form.tsx'

interface StartRolloutDrawerProps {
  open: boolean
  onClose: () => void
  /** tenants that lack something */
  behind: number
}

/** Orders a rollout of everything that is missing. */
export function StartRolloutDrawer({ open, onClose, behind }: StartRolloutDrawerProps) {
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
      title="Start a rollout"
      description={`${formatNumber(behind)} ${behind === 1 ? 'tenant gets what it lacks' : 'tenants get what they lack'}. People go on working meanwhile.`}
    >
      {open && (
        <StartRolloutForm behind={behind} onDirtyChange={setDirty} onDone={finish} onCancel={askToClose} />
      )}
      {dialog}
    </Drawer>
  )
}
