'use client'

import { Button } from '@chakra-ui/react/button'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'

interface CancelSignUpProps {
  businessName: string | undefined
  /** Rejects when it did not work. */
  onCancel: () => Promise<void>
}

/** Gives the sign-up up, after asking. */
export function CancelSignUp({ businessName = 'this business', onCancel }: CancelSignUpProps) {
  const [isAsking, setAsking] = useState<boolean>()
  return (
    <>
      <Button variant="ghost" onClick={() => setAsking(true)}>
        Cancel sign-up
      </Button>
      {/* Outside of the alert that this may stand in, which would read the question a second time. */}
      {isAsking !== undefined &&
        createPortal(
          <ConfirmDialog
            open={isAsking}
            onClose={() => setAsking(false)}
            onConfirm={onCancel}
            title={`Cancel the sign-up of “${businessName}”?`}
            confirmLabel="Cancel sign-up"
            cancelLabel="Keep it"
          >
            Its address becomes free for others, and the owner account goes. There is nothing else to lose.
          </ConfirmDialog>,
          document.body,
        )}
    </>
  )
}
