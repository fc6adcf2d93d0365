'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useState, type ReactNode } from 'react'
import { callErrorOf, type CallError } from '#src/trpc/ui/client.ts'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'

interface ChangeQuestionProps {
  title: string
  /** What will happen. */
  children: ReactNode
  confirmLabel: string
  tone?: 'danger' | 'accent'
  typed?: string | undefined
  fields?: ReactNode
  isReady?: boolean
  onClose: () => void
  /** What it throws is shown, and the question stays. */
  onConfirm: () => Promise<void>
  onRefusal?: (error: CallError) => void
}

/** Asks before something happens to tenants. Mount it to ask. */
export function ChangeQuestion(props: ChangeQuestionProps) {
  const { children, typed, onClose, onConfirm, onRefusal, isReady = true, ...dialog } = props
  const [refusal, setRefusal] = useState<CallError>()

  async function confirm(): Promise<void> {
    try {
      await onConfirm()
    } catch (thrown) {
      const error = callErrorOf(thrown)
      setRefusal(error)
      onRefusal?.(error)
      return
    }
    onClose()
  }

  return (
    <ConfirmDialog
      open
      {...dialog}
      {...(typed === undefined ? {} : { typed })}
      isReady={isReady}
      onClose={onClose}
      onConfirm={confirm}
    >
      {children}
      {refusal && (
        <chakra.p role="alert" color="fg.error" mt="3">
          {refusal.message}
          {refusal.requestId !== '' && (
            <chakra.span display="block" textStyle="xs" fontFamily="mono" overflowWrap="anywhere">
              {refusal.code} {refusal.requestId}
            </chakra.span>
          )}
        </chakra.p>
      )}
    </ConfirmDialog>
  )
}
