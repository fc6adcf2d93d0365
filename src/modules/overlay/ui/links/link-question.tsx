'use client'

import { useApi } from '#src/trpc/ui/provider.tsx'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { NewOverlayLink, OverlayLink } from '../../overlay-link.ts'

export type LinkChange = 'rotate' | 'revoke'

interface LinkQuestionProps {
  asked: { link: OverlayLink; change: LinkChange } | undefined
  onClose: () => void
  onRotated: (link: NewOverlayLink) => void
  onRevoked: () => void
}

/** Asks before an address stops to work, be it for good or for another one. */
export function LinkQuestion({ asked, onClose, onRotated, onRevoked }: LinkQuestionProps) {
  const api = useApi()
  const name = asked?.link.name ?? ''
  const isRotation = asked?.change === 'rotate'

  async function confirm(): Promise<void> {
    if (!asked) return
    const { id } = asked.link
    if (isRotation) {
      onRotated(await api.overlay.links.rotate.mutate({ id }))
    } else {
      await api.overlay.links.delete.mutate({ id })
      onRevoked()
      toast.success(`${name} shows nothing any more`)
    }
    onClose()
  }

  return (
    <ConfirmDialog
      open={asked !== undefined}
      onClose={onClose}
      onConfirm={confirm}
      title={isRotation ? `New address for ${name}?` : `Revoke ${name}?`}
      confirmLabel={isRotation ? 'Make new address' : 'Revoke link'}
    >
      {isRotation
        ? 'The present address stops at once, also on air. Put the new one into your streaming program.'
        : 'Your overlay disappears wherever this link is used, also on air. This cannot be undone.'}
    </ConfirmDialog>
  )
}
