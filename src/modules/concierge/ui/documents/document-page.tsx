'use client'

import { Button } from '@chakra-ui/react/button'
import { SearchX } from 'lucide-react'
import NextLink from 'next/link'
import { useState } from 'react'
import type { RecordOutput } from '#src/resources/record-types.ts'
import { addressOf } from '#src/resources/ui/record-target.ts'
import { useRecord } from '#src/resources/ui/use-records.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import type { knowledgeDocuments } from '../../resources/knowledge-documents.ts'
import { documentsTarget } from '../documents-target.ts'
import { DocumentEditor } from './document-editor.tsx'
import { DocumentView } from './document-view.tsx'
import { useReadingEnd } from './use-reading-end.ts'

/** A document as the API answers it. */
export type KnowledgeDocument = RecordOutput<typeof knowledgeDocuments>

/** How often a document is asked for while its file is being read. */
const RENEW_MS = 1_000

/** One document on a page of its own, to be read, and to be written by those who may. */
export function DocumentPage({ id }: { id: string }) {
  const found = useRecord(documentsTarget, id, {
    renewAfter: ({ extraction }) => (extraction === 'waiting' ? RENEW_MS : null),
  })
  useReadingEnd(found.data)
  const [isEditing, setEditing] = useState(false)
  if (!found.data) {
    if (!found.error) return <SkeletonRows rows={8} label="Loading knowledge document" />
    const error = callErrorOf(found.error)
    if (error.code !== 'NOT_FOUND') {
      return (
        <CallFailure
          title="This document could not be loaded"
          error={error}
          onRetry={() => void found.refetch()}
        />
      )
    }
    return (
      <EmptyState
        level={1}
        icon={<SearchX />}
        title="This document is not there"
        description="It was deleted, or the link is not complete."
        action={
          <Button asChild>
            <NextLink href={addressOf(documentsTarget)}>All documents</NextLink>
          </Button>
        }
      />
    )
  }
  return isEditing ? (
    <DocumentEditor document={found.data} onDone={() => setEditing(false)} />
  ) : (
    <DocumentView document={found.data as KnowledgeDocument} onEdit={() => setEditing(true)} />
  )
}
