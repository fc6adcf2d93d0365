'use client'

import { Skeleton } from '@chakra-ui/react/skeleton'
import { chakra } from '@chakra-ui/react/styled-system'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { formatMoney } from '#src/ui/format/money.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import type { StreamFigures } from '../../figures.ts'

const Grid = chakra('dl', {
  base: {
    display: 'grid',
    gap: '3',
    gridTemplateColumns: { base: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
    '& > div': { p: '4', bg: 'bg.panel', borderWidth: '1px', borderRadius: 'panel' },
    '& dt': { color: 'fg.muted', textStyle: 'sm' },
    '& dd': { fontVariantNumeric: 'tabular-nums' },
    '& dd:first-of-type': { textStyle: '2xl', fontWeight: 'semibold', letterSpacing: 'tight' },
    '& dd + dd': { color: 'fg.muted', textStyle: 'sm' },
  },
})

/** The span in four numbers. */
export function FigureTiles({ figures }: { figures: StreamFigures | undefined }) {
  const { currency } = useFormatSettings()
  const tiles = [
    {
      label: 'Tips',
      value: figures && formatMoney(figures.tipCents, currency),
      note: figures && `${formatNumber(figures.tips)} in number`,
    },
    {
      label: 'Points earned',
      value: figures && formatNumber(figures.pointsEarned),
      note: figures && `${formatNumber(figures.pointsSpent)} spent`,
    },
    {
      label: 'Active viewers',
      value: figures && formatNumber(figures.activeViewers),
      note: figures && `${formatNumber(figures.newViewers)} new`,
    },
    {
      label: 'Drops',
      value: figures && formatNumber(figures.drops),
      note: figures && `${formatNumber(figures.perfectDrops)} perfect`,
    },
  ]
  return (
    <Grid>
      {tiles.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <Skeleton h="8" w="20" aria-label="Loading" />}</dd>
          <dd>{note ?? <Skeleton h="4" w="16" aria-hidden />}</dd>
        </div>
      ))}
    </Grid>
  )
}
