'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'

const Scroll = chakra('div', {
  base: { mt: '4', overflowX: 'auto', outline: '0', focusVisibleRing: 'inside' },
})
const Table = chakra('table', {
  base: {
    w: '100%',
    borderCollapse: 'collapse',
    textStyle: 'sm',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      py: '2',
      pe: '4',
      textAlign: 'start',
      verticalAlign: 'top',
      borderTopWidth: '1px',
      _last: { pe: '0' },
    },
    '& thead th': { color: 'fg.muted', textStyle: 'xs', fontWeight: 'medium', whiteSpace: 'nowrap' },
    '& tbody th': { fontWeight: 'normal' },
  },
})

interface SmallTableProps {
  /** what it lists, for screen readers */
  label: string
  heads: readonly string[]
  /** the first cell of a row names it */
  rows: readonly { id: string; cells: readonly ReactNode[] }[]
}

/** A few rows inside a panel. */
export function SmallTable({ label, heads, rows }: SmallTableProps) {
  if (rows.length === 0) return null
  return (
    <Scroll tabIndex={0} role="region" aria-label={label}>
      <Table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [first, ...rest] }) => (
            <tr key={id}>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                <td key={heads[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroll>
  )
}
