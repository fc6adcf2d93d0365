'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { capitalise, labelOfRecord } from '../record-label.ts'
import { addressOf } from '../record-target.ts'
import { ResourceIcon } from '../resource-icon.tsx'
import type { RecentChange } from './use-recent-changes.ts'

const Line = chakra(NextLink, {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '3',
    minH: '14',
    px: { base: '4', sm: '6' },
    borderTopWidth: '1px',
    borderColor: 'border.muted',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.subtle' },
    _icon: { color: 'fg.muted', flexShrink: '0' },
    'li:last-of-type > &': { borderBottomRadius: 'panel' },
  },
})

/** The records that were added or changed last, each leading to its form. */
export function RecentChanges({ changes }: { changes: readonly RecentChange[] }) {
  return (
    <Panel flush title="Latest changes">
      <chakra.ul mt="4">
        {changes.map((change) => (
          <li key={change.record.id}>
            <ChangeLine {...change} />
          </li>
        ))}
      </chakra.ul>
    </Panel>
  )
}

function ChangeLine({ target, record }: RecentChange) {
  const { resource } = target
  const isNew = record.createdAt === record.updatedAt
  return (
    <Line href={addressOf(target, record.id)}>
      <ResourceIcon name={resource.icon} />
      <chakra.span flex="1" minW="0">
        <chakra.bdi display="block" truncate fontWeight="medium">
          {labelOfRecord(resource, record)}
        </chakra.bdi>
        <chakra.span display="block" color="fg.muted" textStyle="sm">
          {capitalise(resource.singular)} {isNew ? 'added' : 'changed'}
        </chakra.span>
      </chakra.span>
      <chakra.span color="fg.muted" textStyle="sm" flexShrink="0">
        <RelativeTime moment={record.updatedAt} passive />
      </chakra.span>
    </Line>
  )
}
