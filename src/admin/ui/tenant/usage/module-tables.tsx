'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { formatBytes, formatNumber } from '#src/ui/format/numbers.ts'
import type { ModuleUsage } from '../../../tenant-usage.ts'

const Head = chakra('button', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '4',
    w: '100%',
    minH: '12',
    px: { base: '4', sm: '6' },
    py: '2',
    textAlign: 'start',
    cursor: 'button',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.subtle' },
    '& > svg': { color: 'fg.subtle', transitionProperty: 'transform', transitionDuration: 'fast' },
    '&[aria-expanded=true] > svg': { transform: 'rotate(180deg)' },
  },
})
const Scroll = chakra('div', { base: { overflowX: 'auto', pb: '3' } })
const Table = chakra('table', {
  base: {
    w: '100%',
    textStyle: 'sm',
    '& th, & td': { px: { base: '4', sm: '6' }, py: '1.5', textAlign: 'end', whiteSpace: 'nowrap' },
    '& th:first-of-type, & td:first-of-type': { textAlign: 'start' },
    '& th': { color: 'fg.muted', fontWeight: 'medium' },
    '& tbody th': { fontFamily: 'mono', fontWeight: 'normal' },
    '& td': { fontVariantNumeric: 'tabular-nums' },
  },
})

/** A module's share of the schema, and on demand each of its tables. */
export function ModuleTables({ group, title }: { group: ModuleUsage; title: string }) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { rows, tableBytes, indexBytes, tables } = group
  return (
    <chakra.div borderTopWidth="1px" _first={{ mt: '4' }}>
      <Head type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <chakra.span flex="1" minW="40" fontWeight="medium">
          {title}
        </chakra.span>
        <chakra.span color="fg.muted" textStyle="sm" fontVariantNumeric="tabular-nums">
          {formatNumber(rows)} {rows === 1 ? 'row' : 'rows'}, {formatBytes(tableBytes + indexBytes)}
        </chakra.span>
        <ChevronDown size={16} aria-hidden />
      </Head>
      <Scroll id={id} hidden={!isOpen} tabIndex={0} role="region" aria-label={`Tables of ${title}`}>
        <Table>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">Rows</th>
              <th scope="col">Table size</th>
              <th scope="col">Indexes</th>
            </tr>
          </thead>
          <tbody>
            {tables.map((table) => (
              <tr key={table.name}>
                <th scope="row">{table.name}</th>
                <td>{formatNumber(table.rows)}</td>
                <td>{formatBytes(table.tableBytes)}</td>
                <td>{formatBytes(table.indexBytes)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Scroll>
    </chakra.div>
  )
}
