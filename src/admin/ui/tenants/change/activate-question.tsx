'use client'

import { ChangeQuestion } from './change-question.tsx'

interface ActivateQuestionProps {
  /** `“Happy Paws”`, or `37 tenants` */
  what: string
  onClose: () => void
  onConfirm: () => Promise<void>
}

/** Asks before workspaces are opened again, or their trial ends. */
export function ActivateQuestion({ what, onClose, onConfirm }: ActivateQuestionProps) {
  return (
    <ChangeQuestion
      title={`Activate ${what}?`}
      confirmLabel="Activate"
      tone="accent"
      onClose={onClose}
      onConfirm={onConfirm}
    >
      A suspended workspace opens again with everything that was in it. A trial becomes a customer.
    </ChangeQuestion>
  )
}
