'use client'

import { Button } from '@chakra-ui/react/button'
import { Archive, CircleCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useRecordChanges } from '#src/resources/ui/use-record-changes.ts'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { DocumentStatus } from '../../search.ts'
import { documentsTarget } from '../documents-target.ts'
import type { KnowledgeDocument } from './document-page.tsx'

const moves = {
  published: { label: 'Publish', Icon: CircleCheck },
  archived: { label: 'Archive', Icon: Archive },
  draft: { label: 'Back to draft', Icon: Undo2 },
} as const

/** The one or two moves that come next, as the declaration of the status has them. */
const nextMoves: Readonly<Record<DocumentStatus, readonly DocumentStatus[]>> = {
  draft: ['published'],
  published: ['draft', 'archived'],
  archived: ['published'],
}

/** Moves a document on: published it is found, archived it is kept and found no more. */
export function StatusButtons({ document }: { document: KnowledgeDocument }) {
  const { update, refresh } = useRecordChanges(documentsTarget)
  const [moving, setMoving] = useState<DocumentStatus>()

  async function move(status: DocumentStatus): Promise<void> {
    setMoving(status)
    try {
      await update(document, { status })
      announce(`${document.title}: ${moves[status].label}`)
    } catch (thrown) {
      const { code, message } = callErrorOf(thrown)
      toast.error(message)
      if (code === 'CONFLICT') await refresh(document.id)
    } finally {
      setMoving(undefined)
    }
  }

  // Without a text there is nothing to publish yet.
  const moveable = nextMoves[document.status].filter((next) => next !== 'published' || document.body !== null)
  return moveable.map((status) => {
    const { label, Icon } = moves[status]
    return (
      <Button
        key={status}
        variant={status === 'published' ? 'solid' : 'outline'}
        loading={moving === status}
        disabled={moving !== undefined}
        onClick={() => void move(status)}
      >
        <Icon />
        {label}
      </Button>
    )
  })
}
