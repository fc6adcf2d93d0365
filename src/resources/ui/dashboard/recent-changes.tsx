'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useQueries } from '@tanstack/react-query'
import NextLink from 'next/link'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { AnyRecord } from '../../procedure-path.ts'
import { CallFailure } from '../call-failure.tsx'
import { listRecords, type ListQuery } from '../record-client.ts'
import { recordKeys } from '../record-keys.ts'
import { capitalise, labelOfRecord } from '../record-label.ts'
import { addressOf, type RecordTarget } from '../record-target.ts'
import { ResourceIcon } from '../resource-icon.tsx'

const SHOWN = 8
const newestFirst: ListQuery = { page: 1, limit: SHOWN, sortBy: 'updatedAt', order: 'desc' }

const Line = chakra(NextLink, {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '3',
    minH: '12',
    px: { base: '4', sm: '6' },
    borderTopWidth: '1px',
    borderColor: 'border.muted',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.subtle' },
    _icon: { color: 'fg.muted', flexShrink: '0' },
  },
})

/** The records that were added or changed last, over everything the person may list. */
export function RecentChanges({ targets }: { targets: readonly RecordTarget[] }) {
  const api = useApi()
  const answers = useQueries({
    queries: targets.map((target) => ({
      queryKey: recordKeys.list(target, newestFirst),
      queryFn: () => listRecords(api, target, newestFirst),
    })),
  })
  const failed = answers.find((answer) => answer.error !== null && answer.data === undefined)
  const isComplete = answers.every((answer) => answer.data !== undefined)
  const changes = answers
    .flatMap((answer, index) => {
      const target = targets[index]
      return target ? (answer.data?.items ?? []).map((record) => ({ target, record })) : []
    })
    .sort((a, b) => b.record.updatedAt.localeCompare(a.record.updatedAt))
    .slice(0, SHOWN)

  if (failed) {
    return (
      <CallFailure
        title="The latest changes could not be loaded"
        error={callErrorOf(failed.error)}
        onRetry={() => {
          for (const answer of answers) void answer.refetch()
        }}
      />
    )
  }
  if (isComplete && changes.length === 0) return null
  return (
    <Panel flush title="Latest changes">
      {isComplete ? (
        <chakra.ul mt="4">
          {changes.map((change) => (
            <li key={change.record.id}>
              <ChangeLine {...change} />
            </li>
          ))}
        </chakra.ul>
      ) : (
        <chakra.div px={{ base: '4', sm: '6' }} py="5">
          <SkeletonRows rows={5} label="Loading the latest changes" />
        </chakra.div>
      )}
    </Panel>
  )
}

function ChangeLine({ target, record }: { target: RecordTarget; record: AnyRecord }) {
  const { resource } = target
  const isNew = record.createdAt === record.updatedAt
  return (
    <Line href={addressOf(target, record.id)}>
      <ResourceIcon name={resource.icon} />
      <chakra.span flex="1" minW="0">
        <chakra.bdi display="block" truncate fontWeight="medium">
          {labelOfRecord(resource, record)}
        </chakra.bdi>
        <chakra.span display="block" color="fg.muted" textStyle="xs">
          {capitalise(resource.singular)} {isNew ? 'added' : 'changed'}
        </chakra.span>
      </chakra.span>
      <chakra.span color="fg.muted" textStyle="sm">
        <RelativeTime moment={record.updatedAt} passive />
      </chakra.span>
    </Line>
  )
}
