'use client'

import { Badge } from '@chakra-ui/react/badge'
import { Archive, CircleCheck, PencilLine } from 'lucide-react'
import type { DocumentStatus } from '../search.ts'

const looks = {
  draft: { label: 'Draft', Icon: PencilLine, tone: 'pending' },
  published: { label: 'Published', Icon: CircleCheck, tone: 'succeeded' },
  archived: { label: 'Archived', Icon: Archive, tone: 'suspended' },
} as const

/** How far a document is: by icon, word and colour. */
export function DocumentStatusBadge({ status }: { status: DocumentStatus }) {
  const { label, Icon, tone } = looks[status]
  return (
    <Badge color={`status.${tone}.fg`} bg={`status.${tone}.bg`}>
      <Icon size={13} aria-hidden />
      {label}
    </Badge>
  )
}
