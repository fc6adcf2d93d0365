'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useState, type ReactNode } from 'react'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import type { AnyRecord } from '#src/resources/procedure-path.ts'
import type { RecordTarget } from '#src/resources/ui/record-target.ts'
import { useRecordList } from '#src/resources/ui/use-records.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'

const FIRST = 8
const ALL = 100

const Line = chakra('li', {
  base: {
    display: 'flex',
    alignItems: 'baseline',
    gap: '4',
    px: { base: '4', sm: '6' },
    py: '3',
    borderTopWidth: '1px',
    borderColor: 'border.muted',
    '& > [data-part=what]': { flex: '1', minW: '0', overflowWrap: 'anywhere' },
    '& > [data-part=end]': {
      flexShrink: '0',
      fontWeight: 'medium',
      fontVariantNumeric: 'tabular-nums',
      textAlign: 'end',
    },
    '& [data-part=note]': {
      display: 'block',
      color: 'fg.muted',
      textStyle: 'sm',
      fontWeight: 'normal',
    },
  },
})

interface RecordLinesProps {
  title: string
  target: RecordTarget
  /** which records; those that came last are shown first */
  filters: Record<string, string>
  /** said when there are none */
  empty: string
  line: (record: AnyRecord) => { what: ReactNode; note?: ReactNode; end: ReactNode; endNote?: ReactNode }
}

/** The latest records of a kind as lines of a panel; more of them on demand, all of them in their own table. */
export function RecordLines({ title, target, filters, empty, line }: RecordLinesProps) {
  const [limit, setLimit] = useState(FIRST)
  const query = { ...filters, limit, sortBy: 'createdAt', order: 'desc' }
  const { data, error, refetch, isFetching } = useRecordList(target, query)
  if (error) {
    return (
      <Panel title={title}>
        <CallFailure
          title="This could not be loaded"
          error={callErrorOf(error)}
          onRetry={() => void refetch()}
        />
      </Panel>
    )
  }
  const items = data?.items ?? []
  return (
    <Panel title={title} flush={items.length > 0}>
      {!data && <SkeletonRows rows={4} label={`Loading ${target.resource.plural}`} />}
      {data && items.length === 0 && <chakra.p color="fg.muted">{empty}</chakra.p>}
      {items.length > 0 && (
        <chakra.ul mt="4">
          {items.map((record) => (
            <RecordLine key={record.id} record={record} {...line(record)} />
          ))}
        </chakra.ul>
      )}
      {data && data.total > items.length && limit < ALL && (
        <chakra.div px={{ base: '4', sm: '6' }} py="2" borderTopWidth="1px">
          <Button variant="ghost" size="sm" ms="-3" aria-busy={isFetching} onClick={() => setLimit(ALL)}>
            Show {data.total > ALL ? `${ALL} of ${data.total}` : `all ${data.total}`}
          </Button>
        </chakra.div>
      )}
    </Panel>
  )
}

function RecordLine(props: ReturnType<RecordLinesProps['line']> & { record: AnyRecord }) {
  const { record, what, note, end, endNote } = props
  return (
    <Line>
      <span data-part="what">
        {what}
        <span data-part="note">
          <RelativeTime moment={record.createdAt} passive />
          {note && <> · {note}</>}
        </span>
      </span>
      <span data-part="end">
        {end}
        {endNote && <span data-part="note">{endNote}</span>}
      </span>
    </Line>
  )
}
