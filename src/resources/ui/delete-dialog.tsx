'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { announce } from '#src/ui/feedback/live-region.tsx'
import type { AnyRecord } from '../procedure-path.ts'
import { labelOfRecord } from './record-label.ts'
import type { RecordTarget } from './record-target.ts'
import { useRecordChanges } from './use-record-changes.ts'

interface DeleteDialogProps {
  target: RecordTarget
  record: AnyRecord
  open: boolean
  onClose: () => void
  onDeleted: () => void
}

/** Asks before a record is deleted, by its name. Render it outside a form: it holds one of its own. */
export function DeleteDialog({ target, record, open, onClose, onDeleted }: DeleteDialogProps) {
  const { resource } = target
  const { remove } = useRecordChanges(target)
  const [refusal, setRefusal] = useState<string>()
  const label = labelOfRecord(resource, record)

  function close(): void {
    setRefusal(undefined)
    onClose()
  }

  async function confirm(): Promise<void> {
    const [refused] = await remove([record.id])
    setRefusal(refused?.message)
    if (refused) return
    announce(`${label} deleted`)
    close()
    onDeleted()
  }

  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      onConfirm={confirm}
      title={`Delete “${label}”?`}
      confirmLabel={`Delete ${resource.singular}`}
    >
      {refusal === undefined ? (
        'It disappears from every list and cannot be brought back here.'
      ) : (
        <chakra.p role="alert" color="fg.error">
          {refusal}
        </chakra.p>
      )}
    </ConfirmDialog>
  )
}
