'use client'

import { useCallback, useState } from 'react'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { useUnsavedChangesWarning } from '#src/ui/form/use-unsaved-changes-warning.tsx'
import type { AnyRecord } from '../procedure-path.ts'
import type { FormValues } from './form-values.ts'
import { QuickCreateContext } from './quick-create-context.ts'
import { capitalise, labelOfRecord } from './record-label.ts'
import { RecordPanel } from './record-panel.tsx'
import { NEW_RECORD, type RecordTarget } from './record-target.ts'
import { useQuickCreate } from './use-quick-create.tsx'
import { useRecord } from './use-records.ts'

interface RecordDrawerProps {
  target: RecordTarget
  /** id, `new`, or undefined while the drawer is shut */
  recordId: string | undefined
  /** what a new record begins with, by field; keep it stable between renders */
  given?: FormValues | undefined
  onOpen: (recordId: string) => void
  onClose: () => void
  onSaved: (record: AnyRecord, wasNew: boolean) => void
}

/** One record over its table: its form, or its facts for those who may only read. Asks before typing is lost. */
export function RecordDrawer(props: RecordDrawerProps) {
  const { target, recordId, given, onOpen, onClose, onSaved } = props
  const { resource } = target
  const [isDirty, setDirty] = useState(false)
  // The address may move on (Back, a link) while there is something to lose; the form stays until that is settled.
  const [shownId, setShownId] = useState(recordId)
  if (recordId !== shownId && !isDirty) setShownId(recordId)
  const isLeaving = recordId !== shownId && isDirty
  const isNew = shownId === NEW_RECORD
  const { data } = useRecord(target, isNew ? undefined : shownId)
  const { guard, dialog } = useUnsavedChangesWarning(isDirty)
  const { quickCreate, quickDrawer } = useQuickCreate()

  const finish = useCallback(() => {
    setDirty(false)
    onClose()
  }, [onClose])
  const askToClose = useCallback(() => guard(finish), [guard, finish])

  return (
    <Drawer
      open={shownId !== undefined}
      onClose={askToClose}
      title={
        isNew
          ? `New ${resource.singular}`
          : data
            ? labelOfRecord(resource, data)
            : capitalise(resource.singular)
      }
    >
      {shownId !== undefined && (
        <QuickCreateContext value={quickCreate}>
          <RecordPanel
            key={shownId}
            target={target}
            recordId={isNew ? undefined : shownId}
            given={given}
            onDirtyChange={setDirty}
            onCancel={askToClose}
            onDone={finish}
            onSaved={(record) => {
              finish()
              onSaved(record, isNew)
            }}
          />
        </QuickCreateContext>
      )}
      {quickDrawer}
      {dialog}
      <ConfirmDialog
        open={isLeaving}
        onClose={() => {
          if (shownId !== undefined) onOpen(shownId)
        }}
        onConfirm={() => setDirty(false)}
        title="Leave without saving?"
        confirmLabel="Leave"
        cancelLabel="Keep editing"
      >
        What you typed here has not been saved yet.
      </ConfirmDialog>
    </Drawer>
  )
}
