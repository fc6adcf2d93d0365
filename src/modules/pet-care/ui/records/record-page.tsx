'use client'

import { Button } from '@chakra-ui/react/button'
import { SearchX } from 'lucide-react'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import type { AnyRecord } from '#src/resources/procedure-path.ts'
import { addressOf, type RecordTarget } from '#src/resources/ui/record-target.ts'
import { useRecord } from '#src/resources/ui/use-records.ts'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'

interface RecordPageProps {
  target: RecordTarget
  id: string
  children: (record: AnyRecord) => ReactNode
}

/** A record's page once the record is there; until then, or without one, what to know instead. */
export function RecordPage({ target, id, children }: RecordPageProps) {
  const { resource } = target
  const found = useRecord(target, id)
  if (found.data) return children(found.data)
  if (!found.error) return <SkeletonRows rows={8} label={`Loading ${resource.singular}`} />
  const error = callErrorOf(found.error)
  if (error.code === 'NOT_FOUND' || error.code === 'VALIDATION_FAILED') {
    return (
      <EmptyState
        level={1}
        icon={<SearchX />}
        title={`This ${resource.singular} is not there`}
        description="It was deleted, or the link is not complete."
        action={
          <Button asChild>
            <NextLink href={addressOf(target)}>All {resource.plural}</NextLink>
          </Button>
        }
      />
    )
  }
  return (
    <CallFailure
      title={`This ${resource.singular} could not be loaded`}
      error={error}
      onRetry={() => void found.refetch()}
    />
  )
}
