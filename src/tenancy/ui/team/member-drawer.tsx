'use client'

import { useCallback, useState } from 'react'
import { reachesRole } from '#src/auth/identity.ts'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { useUnsavedChangesWarning } from '#src/ui/form/use-unsaved-changes-warning.tsx'
import type { Member } from '../../member.ts'
import { useWorkspace } from '../workspace-context.tsx'
import { EndMembershipButton, EndMembershipDialog } from './end-membership.tsx'
import { MemberState } from './member-columns.tsx'
import { MemberFacts } from './member-facts.tsx'
import { MemberForm } from './member-form.tsx'

interface MemberDrawerProps {
  /** undefined while the drawer is shut */
  member: Member | undefined
  onClose: () => void
}

/** One person of the team: to change for those who may, to read for the others. */
export function MemberDrawer({ member, onClose }: MemberDrawerProps) {
  const { person } = useWorkspace()
  const may = useMay()
  const [isDirty, setDirty] = useState(false)
  const { guard, dialog } = useUnsavedChangesWarning(isDirty)
  const finish = useCallback(() => {
    setDirty(false)
    onClose()
  }, [onClose])
  const askToClose = useCallback(() => guard(finish), [guard, finish])
  const [isEnding, setEnding] = useState(false)
  const isReached = member !== undefined && reachesRole(person.role, member.role)

  return (
    <Drawer
      open={member !== undefined}
      onClose={askToClose}
      title={member?.fullName ?? ''}
      description={member?.email}
      aside={member && <MemberState isActive={member.isActive} />}
    >
      {member && (
        <>
          {may('members:update') && isReached ? (
            <MemberForm
              key={member.id}
              member={member}
              onDirtyChange={setDirty}
              onCancel={askToClose}
              onSaved={finish}
            >
              <EndMembershipButton member={member} onAsk={() => setEnding(true)} />
            </MemberForm>
          ) : (
            <MemberFacts member={member}>
              <EndMembershipButton member={member} onAsk={() => setEnding(true)} />
            </MemberFacts>
          )}
          <EndMembershipDialog
            member={member}
            open={isEnding}
            onClose={() => setEnding(false)}
            onDone={finish}
          />
        </>
      )}
      {dialog}
    </Drawer>
  )
}
