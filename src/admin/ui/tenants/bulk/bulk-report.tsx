'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { outcomeWords } from './bulk-texts.ts'
import type { BulkLine } from './run-bulk.ts'

const LINE_HEIGHT = 56

const Frame = chakra('div', {
  base: {
    flex: '1',
    minH: '48',
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    borderWidth: '1px',
    borderRadius: 'control',
    outline: '0',
    focusVisibleRing: 'inside',
  },
})
const List = chakra('ul', { base: { position: 'relative', listStyleType: 'none' } })
const Line = chakra('li', {
  base: {
    position: 'absolute',
    insetInline: '0',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '3',
    px: '3',
    borderBottomWidth: '1px',
    '& > [data-part=name]': { fontFamily: 'mono', textStyle: 'sm', truncate: true },
    '& > [data-part=why]': { gridColumn: '1 / -1', color: 'fg.muted', textStyle: 'xs', truncate: true },
  },
})

const looks = { done: 'succeeded', refused: 'failed', unknown: 'suspended', skipped: 'pending' } as const

/** How it went, tenant by tenant; of thousands only those in view are drawn. */
export function BulkReport({ lines }: { lines: readonly BulkLine[] }) {
  const frame = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by what it returns
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 6,
    useFlushSync: false,
  })
  return (
    <Frame ref={frame} role="region" aria-label="Report, scrolls" tabIndex={0}>
      <List aria-label="Report" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          return (
            <Line
              key={line.tenantId}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              style={{ top: start, height: LINE_HEIGHT }}
            >
              <span data-part="name">{line.subdomain ?? line.tenantId}</span>
              <StatusBadge status={looks[line.outcome]} label={outcomeWords[line.outcome]} variant="plain" />
              {line.message && (
                <span data-part="why" title={line.message}>
                  {line.message}
                </span>
              )}
            </Line>
          )
        })}
      </List>
    </Frame>
  )
}
