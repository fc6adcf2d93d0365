'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { DataColumn } from '#src/ui/data-table/data-column.ts'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { Member } from '../../member.ts'
import { roleTexts } from '../../role-texts.ts'

const Brief = chakra('span', {
  base: {
    display: 'block',
    maxW: { sm: '18rem' },
    overflow: { sm: 'hidden' },
    textOverflow: 'ellipsis',
    overflowWrap: 'anywhere',
  },
})
const You = chakra('span', { base: { color: 'fg.muted', fontWeight: 'normal' } })

/** The columns of the team's table. @param ownId the person who looks at it */
export function memberColumns(ownId: string): DataColumn<Member>[] {
  return [
    {
      id: 'fullName',
      header: 'Name',
      sortable: true,
      cell: ({ id, fullName }) => (
        <>
          <bdi>{fullName}</bdi>
          {id === ownId && <You> (you)</You>}
        </>
      ),
    },
    {
      id: 'email',
      header: 'E-mail',
      sortable: true,
      cell: ({ email }) => <Brief title={email}>{email}</Brief>,
    },
    { id: 'role', header: 'Role', cell: ({ role }) => roleTexts[role].title },
    { id: 'isActive', header: 'State', cell: ({ isActive }) => <MemberState isActive={isActive} /> },
    {
      id: 'lastSignInAt',
      header: 'Last sign-in',
      sortable: true,
      cell: ({ lastSignInAt }) =>
        lastSignInAt ? (
          <RelativeTime moment={lastSignInAt} passive />
        ) : (
          <chakra.span color="fg.muted">Never</chakra.span>
        ),
    },
  ]
}

export function MemberState({ isActive }: { isActive: boolean }) {
  return isActive ? <StatusBadge status="active" /> : <StatusBadge status="suspended" label="Switched off" />
}
