'use client'

import { Button } from '@chakra-ui/react/button'
import { useState } from 'react'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'

interface CancelSignUpProps {
  businessName: string | undefined
  /** Rejects when it did not work. */
  onCancel: () => Promise<void>
}

/** Gives the sign-up up, after asking. */
export function CancelSignUp({ businessName = 'this business', onCancel }: CancelSignUpProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button variant="ghost" onClick={() => setAsking(true)}>
        Cancel sign-up
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={onCancel}
        title={`Cancel the sign-up of “${businessName}”?`}
        confirmLabel="Cancel sign-up"
        cancelLabel="Keep it"
      >
        Its address becomes free for others, and the owner account goes. There is nothing else to lose.
      </ConfirmDialog>
    </>
  )
}
