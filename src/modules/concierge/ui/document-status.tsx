'use client'

import { Badge } from '@chakra-ui/react/badge'
import { Archive, CircleCheck, PencilLine } from 'lucide-react'
import type { DocumentStatus } from '../search.ts'

const looks = {
  draft: { label: 'Draft', Icon: PencilLine },
  published: { label: 'Published', Icon: CircleCheck },
  archived: { label: 'Archived', Icon: Archive },
} as const

/** How far a document is: by icon and word. */
export function DocumentStatusBadge({ status }: { status: DocumentStatus }) {
  const { label, Icon } = looks[status]
  return (
    <Badge>
      <Icon size={13} aria-hidden />
      {label}
    </Badge>
  )
}
