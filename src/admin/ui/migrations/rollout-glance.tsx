'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { RolloutDetails } from '../../rollouts.ts'
import { RolloutFigures } from './rollout-figures.tsx'
import { RolloutNotice } from './rollout-notice.tsx'
import { RolloutPace } from './rollout-pace.tsx'
import { WaveBar } from './wave-bar.tsx'

const Scale = chakra('div', {
  base: {
    display: 'flex',
    gap: '2px',
    mb: '1.5',
    color: 'fg.muted',
    textStyle: 'xs',
    '& > *': { minW: '1', whiteSpace: 'nowrap' },
  },
})

/** A rollout at a glance: its waves, its numbers, its pace. */
export function RolloutGlance({ rollout }: { rollout: RolloutDetails }) {
  const [first, ...rest] = rollout.waves
  const others = rest.reduce((sum, { total }) => sum + total, 0)
  return (
    <chakra.div
      display="grid"
      gridTemplateColumns="minmax(0, 1fr)"
      gap="5"
      data-rollout={rollout.id}
      data-state={rollout.state}
    >
      <RolloutNotice rollout={rollout} />
      <div>
        {first?.from === 0 && (
          <Scale aria-hidden>
            <span style={{ flex: `${first.total} 1 0` }}>Canaries</span>
            {others > 0 && (
              <chakra.span style={{ flex: `${others} 1 0` }} textAlign="end">
                {rest.length === 1 ? '1 wave' : `${rollout.waves.at(-1)?.to} waves`}
              </chakra.span>
            )}
          </Scale>
        )}
        <WaveBar waves={rollout.waves} />
        <chakra.div mt="2">
          <RolloutPace rollout={rollout} />
        </chakra.div>
      </div>
      <RolloutFigures counts={rollout.counts} />
    </chakra.div>
  )
}
