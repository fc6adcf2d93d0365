'use client'

import { Badge } from '@chakra-ui/react/badge'
import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import type { AnyRecord } from '#src/resources/procedure-path.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { readNumber, readText } from '../read-record.ts'

const Card = chakra('li', {
  base: {
    display: 'flex',
    flexDirection: 'column',
    gap: '3',
    p: '5',
    bg: 'bg.panel',
    borderWidth: '1px',
    borderRadius: 'panel',
    minW: '0',
  },
})
const Emblem = chakra('span', {
  base: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: '0',
    boxSize: '11',
    borderRadius: 'control',
    bg: 'bg.muted',
    textStyle: 'xl',
  },
})

interface PowerupCardProps {
  powerup: AnyRecord
  /** undefined when nothing can be bought at the moment */
  onBuy: (() => void) | undefined
}

/** One powerup on the shelf: what it is, what it costs and how many are left. */
export function PowerupCard({ powerup, onBuy }: PowerupCardProps) {
  const name = readText(powerup, 'name')
  const stock = powerup['stock']
  const isSoldOut = stock === 0
  return (
    <Card>
      <chakra.div display="flex" gap="3" alignItems="center" minW="0">
        <Emblem aria-hidden>{readText(powerup, 'emoji') || name.slice(0, 1)}</Emblem>
        <chakra.div minW="0">
          <chakra.h2 fontWeight="semibold" textStyle="lg" overflowWrap="anywhere">
            <bdi>{name}</bdi>
          </chakra.h2>
          <chakra.p color="fg.muted" textStyle="sm" fontVariantNumeric="tabular-nums">
            {formatNumber(readNumber(powerup, 'cost'))} points
          </chakra.p>
        </chakra.div>
      </chakra.div>
      <chakra.p dir="auto" color="fg.muted" textStyle="sm" flex="1" overflowWrap="anywhere">
        {readText(powerup, 'description')}
      </chakra.p>
      <chakra.div display="flex" alignItems="center" justifyContent="space-between" gap="3">
        {isSoldOut ? (
          <Badge colorPalette="amber">Sold out</Badge>
        ) : (
          <chakra.span color="fg.muted" textStyle="sm" fontVariantNumeric="tabular-nums">
            {typeof stock === 'number' ? `${formatNumber(stock)} left` : 'No end of them'}
          </chakra.span>
        )}
        <Button size="sm" disabled={isSoldOut || !onBuy} onClick={onBuy} aria-label={`Buy ${name}`}>
          Buy
        </Button>
      </chakra.div>
    </Card>
  )
}
