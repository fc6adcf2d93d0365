'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { reachesRole } from '#src/auth/identity.ts'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { Invitation } from '../../invitation.ts'
import { roleTexts } from '../../role-texts.ts'
import { useWorkspace } from '../workspace-context.tsx'
import { useTeamChanges } from './team-queries.ts'

const Row = chakra('li', {
  base: {
    display: 'flex',
    flexDirection: { base: 'column', md: 'row' },
    alignItems: { md: 'center' },
    gap: '3',
    px: { base: '4', sm: '6' },
    py: '4',
    borderTopWidth: '1px',
  },
})

/** One open invitation: whom, as what, until when; and, within one's own rights, what to do about it. */
export function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { person } = useWorkspace()
  const { resend, revoke } = useTeamChanges()
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const { id, email, fullName, role, invitedBy, expiresAt, isExpired } = invitation

  async function sendAgain(): Promise<void> {
    setBusy(true)
    try {
      await resend(id)
      toast.success(`A new link is on its way to ${email}`)
    } catch (thrown) {
      toast.error(`Nothing was sent to ${email}`, { description: callErrorOf(thrown).message })
    } finally {
      setBusy(false)
    }
  }

  return (
    <Row>
      <chakra.div flex="1" minW="0" overflowWrap="anywhere">
        <chakra.p fontWeight="medium">{email}</chakra.p>
        <chakra.p color="fg.muted" textStyle="sm">
          {fullName && (
            <>
              <bdi>{fullName}</bdi>,{' '}
            </>
          )}
          {roleTexts[role].title}, invited by <bdi>{invitedBy.fullName}</bdi>
        </chakra.p>
      </chakra.div>
      <chakra.div color="fg.muted" textStyle="sm" flexShrink="0">
        {isExpired ? (
          <StatusBadge status="suspended" label="Expired" />
        ) : (
          <>
            Ends <RelativeTime moment={expiresAt} />
          </>
        )}
      </chakra.div>
      {reachesRole(person.role, role) && (
        <chakra.div display="flex" gap="2" flexShrink="0">
          <Button
            size="sm"
            variant="outline"
            disabled={busy}
            aria-label={`Send the invitation to ${email} again`}
            onClick={() => void sendAgain()}
          >
            Send again
          </Button>
          <Button
            size="sm"
            variant="ghost"
            color="fg.error"
            aria-label={`Take the invitation of ${email} back`}
            onClick={() => setAsking(true)}
          >
            Take back
          </Button>
        </chakra.div>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await revoke(id)
          toast.neutral(`The invitation of ${email} is taken back`)
        }}
        title={`Take the invitation of “${email}” back?`}
        confirmLabel="Take back"
      >
        The link in the mail stops working at once.
      </ConfirmDialog>
    </Row>
  )
}
