'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { pointSources } from '../../point-source.ts'
import { readNumber, readReference, readText } from '../read-record.ts'
import { targets } from '../targets.ts'
import { printSigned } from './print-signed.ts'
import { RecordLines } from './record-lines.tsx'

const words: Readonly<Record<string, string>> = pointSources

/** Points that came and went, of one viewer or, without one, of all. */
export function LedgerLines({ viewerId }: { viewerId?: string }) {
  return (
    <RecordLines
      title={viewerId === undefined ? 'Latest points' : 'History'}
      target={targets.transactions}
      filters={viewerId === undefined ? {} : { viewerId }}
      empty="No points have come or gone yet."
      line={(record) => {
        const source = words[readText(record, 'source')] ?? ''
        const description = readText(record, 'description')
        const amount = readNumber(record, 'amount')
        return {
          what:
            viewerId === undefined ? (
              <bdi>{readReference(record, 'viewer').label}</bdi>
            ) : (
              <bdi>{description || source}</bdi>
            ),
          note: viewerId === undefined || description ? source : undefined,
          end: <chakra.span color={amount > 0 ? 'fg.success' : undefined}>{printSigned(amount)}</chakra.span>,
          endNote: `${formatNumber(readNumber(record, 'balanceAfter'))} left`,
        }
      }}
    />
  )
}
