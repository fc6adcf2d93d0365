'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { Member } from '../../member.ts'
import { roleTexts } from '../../role-texts.ts'

const List = chakra('dl', {
  base: {
    display: 'grid',
    gap: '4',
    '& dt': { textStyle: 'label', color: 'fg.muted', mb: '0.5' },
    '& dd': { overflowWrap: 'anywhere' },
  },
})

/** Somebody whom the person looking may not change. */
export function MemberFacts({ member, children }: { member: Member; children: ReactNode }) {
  const { title, purpose } = roleTexts[member.role]
  return (
    <chakra.div display="grid" gap="6">
      <List>
        <div>
          <dt>Role</dt>
          <dd>{title}</dd>
          <chakra.dd color="fg.muted" textStyle="sm">
            {purpose}
          </chakra.dd>
        </div>
        <div>
          <dt>Last sign-in</dt>
          <dd>{member.lastSignInAt ? <RelativeTime moment={member.lastSignInAt} /> : 'Never'}</dd>
        </div>
        <div>
          <dt>In the team</dt>
          <dd>
            Since <RelativeTime moment={member.createdAt} />
          </dd>
        </div>
      </List>
      {children}
    </chakra.div>
  )
}
