'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { formatMoney } from '#src/ui/format/money.ts'
import { formatNumber, formatPercent } from '#src/ui/format/numbers.ts'
import { propertyPage } from '../targets.ts'
import { shareOf, sumNights, type MonthNights } from './occupancy-rows.ts'

const Scroll = chakra('div', { base: { overflowX: 'auto', outline: '0', focusVisibleRing: 'inside' } })
const Table = chakra('table', {
  base: {
    w: '100%',
    borderCollapse: 'collapse',
    '& th, & td': { py: '2.5', px: '3', textAlign: 'end', whiteSpace: 'nowrap' },
    '& th:first-of-type': { textAlign: 'start', ps: { base: '4', sm: '6' }, fontWeight: 'medium' },
    '& th:last-of-type, & td:last-of-type': { pe: { base: '4', sm: '6' } },
    '& thead th': { color: 'fg.muted', textStyle: 'xs', fontWeight: 'medium' },
    '& tbody tr': { borderTopWidth: '1px' },
    '& td': { fontVariantNumeric: 'tabular-nums' },
  },
})
const PropertyLink = chakra(NextLink, {
  base: { borderRadius: 'sm', focusVisibleRing: 'outside', _hover: { textDecoration: 'underline' } },
})

type Revenue = { currency: string; cents: number }
export type PropertyMonths = {
  id: string
  name: string
  months: readonly (MonthNights & { revenue: readonly Revenue[] })[]
}

/** The year of each property: how full it was, and what came in. */
export function PropertyTable({
  properties,
  label,
}: {
  properties: readonly PropertyMonths[]
  label: string
}) {
  return (
    <Scroll tabIndex={0} role="region" aria-label={label}>
      <Table>
        <thead>
          <tr>
            <th scope="col">Property</th>
            <th scope="col">Booked nights</th>
            <th scope="col">Occupancy</th>
            <th scope="col">Revenue</th>
          </tr>
        </thead>
        <tbody>
          {properties.map(({ id, name, months }) => {
            const nights = sumNights(months)
            const share = shareOf(nights)
            return (
              <tr key={id}>
                <th scope="row">
                  <PropertyLink href={propertyPage(id)}>{name}</PropertyLink>
                </th>
                <td>{formatNumber(nights.bookedNights)}</td>
                <td>{share === null ? '–' : formatPercent(share)}</td>
                <td>{printRevenue(sumRevenue(months)) || '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </Scroll>
  )
}

/** Amounts of each currency together: what was earned in different ones is not one sum. */
export function sumRevenue(months: readonly { revenue: readonly Revenue[] }[]): Revenue[] {
  const sums = new Map<string, number>()
  for (const { currency, cents } of months.flatMap(({ revenue }) => revenue)) {
    sums.set(currency, (sums.get(currency) ?? 0) + cents)
  }
  return [...sums].map(([currency, cents]) => ({ currency, cents }))
}

/** Amounts in words, such as `€1,200.00, CHF 300.00`. */
export function printRevenue(revenue: readonly Revenue[]): string {
  return revenue.map(({ currency, cents }) => formatMoney(cents, currency)).join(', ')
}
