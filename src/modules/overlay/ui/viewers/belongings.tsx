'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { readNumber, readReference, readText } from '../read-record.ts'
import { targets } from '../targets.ts'
import { RecordLines } from './record-lines.tsx'

/** What a viewer has bought and not used yet. */
export function InventoryLines({ viewerId }: { viewerId: string }) {
  return (
    <RecordLines
      title="Powerups in hand"
      target={targets.inventory}
      filters={{ viewerId }}
      empty="Nothing bought that is still unused."
      line={(record) => ({
        what: <bdi>{readReference(record, 'powerup').label}</bdi>,
        end: `× ${formatNumber(readNumber(record, 'quantity'))}`,
      })}
    />
  )
}

/** What a viewer has bought. */
export function PurchaseLines({ viewerId }: { viewerId: string }) {
  return (
    <RecordLines
      title="Purchases"
      target={targets.purchases}
      filters={{ viewerId }}
      empty="Nothing bought yet."
      line={(record) => {
        const quantity = readNumber(record, 'quantity')
        return {
          what: (
            <>
              <bdi>{readReference(record, 'powerup').label}</bdi>
              {quantity > 1 && <> × {formatNumber(quantity)}</>}
            </>
          ),
          end: formatNumber(readNumber(record, 'cost')),
        }
      }}
    />
  )
}

/** A viewer's drops. */
export function DropLines({ viewerId }: { viewerId: string }) {
  return (
    <RecordLines
      title="Drops"
      target={targets.drops}
      filters={{ viewerId }}
      empty="No drops yet."
      line={(record) => {
        const powerup = readText(record, 'powerupUsed')
        return {
          what: (
            <>
              Drop
              {record['isPerfect'] === true && (
                <chakra.span color="fg.success" fontWeight="medium">
                  {' '}
                  perfect
                </chakra.span>
              )}
            </>
          ),
          note: powerup && <>with {powerup}</>,
          end: formatNumber(readNumber(record, 'score')),
        }
      }}
    />
  )
}
