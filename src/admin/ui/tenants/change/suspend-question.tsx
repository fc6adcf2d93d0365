'use client'

import { useState } from 'react'
import { reasonInput } from '#src/admin/tenant-changes.ts'
import { ChangeQuestion } from './change-question.tsx'
import { ReasonInput } from './reason-input.tsx'

interface SuspendQuestionProps {
  /** `“Happy Paws”`, or `37 tenants` */
  what: string
  /** what has to be typed first, where it concerns many */
  typed?: string | undefined
  onClose: () => void
  onConfirm: (reason: string) => Promise<void>
}

/** Asks before workspaces are closed. */
export function SuspendQuestion({ what, typed, onClose, onConfirm }: SuspendQuestionProps) {
  const [reason, setReason] = useState('')
  const given = reasonInput.safeParse(reason)
  return (
    <ChangeQuestion
      title={`Suspend ${what}?`}
      confirmLabel="Suspend"
      typed={typed}
      fields={
        <ReasonInput
          value={reason}
          onChange={setReason}
          hint="It stays with the tenant and in the audit log."
        />
      }
      isReady={given.success}
      onClose={onClose}
      onConfirm={() => onConfirm(given.data ?? '')}
    >
      Open pages show at once that the workspace is suspended, and the API answers 403. Nothing is deleted;
      activation brings everything back.
    </ChangeQuestion>
  )
}
