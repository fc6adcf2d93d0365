'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { LogOut, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { reachesRole } from '#src/auth/identity.ts'
import { leaveForSignIn } from '#src/auth/ui/leave-for-sign-in.ts'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { Member } from '../../member.ts'
import { useWorkspace } from '../workspace-context.tsx'
import { useTeamChanges } from './team-queries.ts'

/** The way out of the team, for those who may show it to this person: somebody of their reach, or themselves. */
export function EndMembershipButton({ member, onAsk }: { member: Member; onAsk: () => void }) {
  const { person } = useWorkspace()
  const may = useMay()
  const isSelf = member.id === person.userId
  if (!isSelf && !(may('members:delete') && reachesRole(person.role, member.role))) return null
  return (
    <chakra.div borderTopWidth="1px" pt="4">
      <Button type="button" variant="ghost" size="sm" color="fg.error" ms="-3" onClick={onAsk}>
        {isSelf ? <LogOut /> : <UserMinus />}
        {isSelf ? 'Leave this workspace' : 'Remove from the team'}
      </Button>
    </chakra.div>
  )
}

interface EndMembershipDialogProps {
  member: Member
  open: boolean
  onClose: () => void
  /** the person is no longer in the team */
  onDone: () => void
}

/** Asks before somebody is removed, or leaves, by name. Render it outside a form: it holds one of its own. */
export function EndMembershipDialog({ member, open, onClose, onDone }: EndMembershipDialogProps) {
  const { tenant, person } = useWorkspace()
  const { remove, leave } = useTeamChanges()
  const [refusal, setRefusal] = useState<string>()
  const isSelf = member.id === person.userId
  const consequence = isSelf
    ? 'You are signed out at once, and your API tokens end. To come back, somebody has to invite you.'
    : `${member.email} is signed out at once, and their API tokens end. What they did stays, and you can invite them again.`

  function close(): void {
    setRefusal(undefined)
    onClose()
  }

  async function confirm(): Promise<void> {
    try {
      await (isSelf ? leave() : remove(member.id))
    } catch (thrown) {
      setRefusal(callErrorOf(thrown).message)
      return
    }
    close()
    onDone()
    if (isSelf) leaveForSignIn()
    else toast.success(`${member.fullName} is no longer in the team`)
  }

  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      onConfirm={confirm}
      title={isSelf ? `Leave “${tenant.businessName}”?` : `Remove “${member.fullName}” from the team?`}
      confirmLabel={isSelf ? 'Leave workspace' : 'Remove person'}
    >
      {refusal === undefined ? (
        consequence
      ) : (
        <chakra.p role="alert" color="fg.error">
          {refusal}
        </chakra.p>
      )}
    </ConfirmDialog>
  )
}
