'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import type { AuditRecord } from '#src/audit/audit-query.ts'
import { CopyButton } from '#src/ui/feedback/copy-button.tsx'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { formatDate } from '#src/ui/format/dates.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { useModuleAccess } from '../module-access.tsx'
import { actorOf, describeEntry, findResource } from './describe-entry.ts'
import { EntryChanges } from './entry-changes.tsx'

const Facts = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'minmax(6rem, auto) minmax(0, 1fr)',
    columnGap: '4',
    rowGap: '2',
    textStyle: 'sm',
    '& dt': { color: 'fg.muted' },
    '& dd': { overflowWrap: 'anywhere' },
  },
})
const Code = chakra('code', { base: { fontFamily: 'mono', textStyle: 'xs' } })

interface EntryDrawerProps {
  entry: AuditRecord | undefined
  /** more that is known about it, as terms and definitions */
  facts?: ReactNode
  onClose: () => void
  /** narrows the list to what the entry is about */
  onNarrow: (filters: Record<string, string>) => void
}

/** One entry with all that is known about it. */
export function EntryDrawer({ entry, facts, onClose, onNarrow }: EntryDrawerProps) {
  const { modules } = useModuleAccess()
  return (
    <Drawer
      open={entry !== undefined}
      onClose={onClose}
      size="lg"
      title={entry ? describeEntry(entry, modules) : ''}
    >
      {entry && <EntryDetails entry={entry} facts={facts} onNarrow={onNarrow} />}
    </Drawer>
  )
}

function EntryDetails({
  entry,
  facts,
  onNarrow,
}: { entry: AuditRecord } & Pick<EntryDrawerProps, 'facts' | 'onNarrow'>) {
  const { timeZone } = useFormatSettings()
  const { modules } = useModuleAccess()
  const { actor, resource, details } = entry
  const { before: _, after: __, label: ___, ...rest } = details
  return (
    <chakra.div display="grid" gap="6">
      <EntryChanges entry={entry} resource={findResource(modules, resource.type)} />
      <Facts>
        {facts}
        <dt>When</dt>
        <dd>{formatDate(entry.createdAt, timeZone, 'exact')}</dd>
        <dt>Who</dt>
        <dd>{actorOf(entry)}</dd>
        <dt>Action</dt>
        <dd>
          <Code>{entry.action}</Code>
        </dd>
        {Object.entries(rest).map(([name, value]) => (
          <Fact key={name} name={name} value={typeof value === 'string' ? value : JSON.stringify(value)} />
        ))}
        <Fact name="Address" value={entry.ip} />
        <Fact name="Browser" value={entry.userAgent} />
        {entry.requestId && (
          <>
            <dt>Request</dt>
            <chakra.dd display="flex" alignItems="center" gap="1" minW="0" mt="-1">
              <Code>{entry.requestId}</Code>
              <CopyButton value={entry.requestId} label="Copy request id" />
            </chakra.dd>
          </>
        )}
      </Facts>
      <chakra.div display="flex" flexWrap="wrap" gap="2">
        {resource.id && (
          <Button
            variant="outline"
            size="sm"
            onClick={() => onNarrow({ resourceType: resource.type, resourceId: resource.id ?? '' })}
          >
            Everything about this
          </Button>
        )}
        {actor.id && (
          <Button variant="outline" size="sm" onClick={() => onNarrow({ actorId: actor.id ?? '' })}>
            Everything by {actorOf(entry)}
          </Button>
        )}
      </chakra.div>
    </chakra.div>
  )
}

function Fact({ name, value }: { name: string; value: string | null }) {
  if (!value) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </>
  )
}
