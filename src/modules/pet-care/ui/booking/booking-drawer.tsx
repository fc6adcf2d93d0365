'use client'

import { useCallback, useState } from 'react'
import { QuickCreateContext } from '#src/resources/ui/quick-create-context.ts'
import { useQuickCreate } from '#src/resources/ui/use-quick-create.tsx'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { useUnsavedChangesWarning } from '#src/ui/form/use-unsaved-changes-warning.tsx'
import { BookingForm, type BookingStart } from './booking-form.tsx'

interface BookingDrawerProps {
  /** undefined while the drawer is shut */
  given: BookingStart | undefined
  onClose: () => void
  onBooked?: (appointmentId: string) => void
}

/** The form of a new appointment over the page. Asks before typing is lost. */
export function BookingDrawer({ given, onClose, onBooked }: BookingDrawerProps) {
  const [isDirty, setDirty] = useState(false)
  const { guard, dialog } = useUnsavedChangesWarning(isDirty)
  const { quickCreate, quickDrawer } = useQuickCreate()
  const finish = useCallback(() => {
    setDirty(false)
    onClose()
  }, [onClose])
  const askToClose = useCallback(() => guard(finish), [guard, finish])
  return (
    <Drawer open={given !== undefined} onClose={askToClose} title="New appointment">
      {given && (
        <QuickCreateContext value={quickCreate}>
          <BookingForm
            given={given}
            onDirtyChange={setDirty}
            onCancel={askToClose}
            onBooked={(appointmentId) => {
              finish()
              onBooked?.(appointmentId)
            }}
          />
        </QuickCreateContext>
      )}
      {quickDrawer}
      {dialog}
    </Drawer>
  )
}
