'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { StatusIcon } from '#src/ui/feedback/status-icon.tsx'
import { getStatusLook } from '#src/ui/feedback/status-look.ts'
import { formatDuration } from '#src/ui/format/durations.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { RolloutWave } from '../../rollouts.ts'
import { nameWave, statusOfWave } from './rollout-look.ts'
import { WaveBar } from './wave-bar.tsx'

const List = chakra('ol', {
  base: {
    listStyle: 'none',
    maxH: '26rem',
    overflowY: 'auto',
    mt: '4',
    borderTopWidth: '1px',
    focusVisibleRing: 'inside',
  },
})
const Row = chakra('li', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '3',
    rowGap: '1.5',
    px: { base: '4', sm: '6' },
    py: '3',
    textStyle: 'sm',
    fontVariantNumeric: 'tabular-nums',
    '& + &': { borderTopWidth: '1px' },
  },
})

/** The waves in their order: how each went, and how long it took. */
export function WaveTimeline({ waves }: { waves: readonly RolloutWave[] }) {
  return (
    <Panel title="Waves" flush>
      <List aria-label="Waves" tabIndex={0}>
        {waves.map((wave) => (
          <WaveRow key={wave.from} wave={wave} />
        ))}
      </List>
    </Panel>
  )
}

function WaveRow({ wave }: { wave: RolloutWave }) {
  const { startedAt, finishedAt, total, succeeded, failed } = wave
  const status = statusOfWave(wave)
  const { tone, word } = getStatusLook(status)
  return (
    <Row data-wave={wave.from}>
      <chakra.span display="inline-flex" color={`status.${tone}.fg`}>
        <StatusIcon status={status} />
        <chakra.span srOnly>{word}</chakra.span>
      </chakra.span>
      <span>
        <chakra.span fontWeight="medium">{nameWave(wave)}</chakra.span>{' '}
        <chakra.span color="fg.muted">
          {`${formatNumber(succeeded)} of ${formatNumber(total)}`}
          {failed > 0 && `, ${formatNumber(failed)} failed`}
        </chakra.span>
      </span>
      <chakra.span color="fg.muted" textStyle="xs">
        {startedAt !== null && finishedAt !== null
          ? formatDuration(Date.parse(finishedAt) - Date.parse(startedAt))
          : ''}
      </chakra.span>
      <chakra.span gridColumn="1 / -1">
        <WaveBar waves={[wave]} size="sm" decorative />
      </chakra.span>
    </Row>
  )
}
