'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { formatNumber } from '#src/ui/format/numbers.ts'
import type { RolloutWave } from '../../rollouts.ts'
import { nameWave } from './rollout-look.ts'

const Waves = chakra('div', {
  base: { display: 'flex', gap: '2px', w: '100%' },
  variants: { size: { lg: { h: '5' }, sm: { h: '2' } } },
})
const Wave = chakra('span', {
  base: {
    position: 'relative',
    display: 'flex',
    minW: '1',
    bg: 'bg.emphasized',
    overflow: 'hidden',
    _first: { borderStartRadius: 'md' },
    _last: { borderEndRadius: 'md' },
  },
})
const Part = chakra('span', {
  base: {
    display: 'block',
    h: '100%',
    transitionProperty: 'width',
    transitionDuration: 'moderate',
    transitionTimingFunction: 'out',
  },
  variants: {
    of: {
      succeeded: { bg: 'accent' },
      skipped: { bg: 'border.control' },
      // Stripes: what failed is told from the rest without its colour, too.
      failed: {
        bg: 'red.solid',
        bgImage: 'repeating-linear-gradient(135deg, transparent 0 3px, {colors.bg.panel} 3px 5px)',
      },
      running: {
        bg: 'color-mix(in oklab, {colors.accent}, transparent 55%)',
        animation: 'pulse 1.6s ease-in-out infinite',
      },
    },
  },
})

interface WaveBarProps {
  waves: readonly RolloutWave[]
  size?: 'lg' | 'sm'
  /** another place tells the numbers */
  decorative?: boolean
}

/** The fleet from left to right, wave by wave, each as wide as it has tenants and filled as far as it has come. */
export function WaveBar({ waves, size = 'lg', decorative = false }: WaveBarProps) {
  const voice = decorative
    ? { 'aria-hidden': true }
    : { role: 'img', 'aria-label': waves.map(describeWave).join('; ') }
  return (
    <Waves size={size} {...voice}>
      {waves.map((wave) => (
        <Wave key={wave.from} style={{ flex: `${wave.total} 1 0` }} title={describeWave(wave)}>
          {(['succeeded', 'failed', 'skipped', 'running'] as const).map(
            (of) =>
              wave[of] > 0 && (
                <Part key={of} of={of} style={{ width: `${(wave[of] / wave.total) * 100}%` }} />
              ),
          )}
        </Wave>
      ))}
    </Waves>
  )
}

/** One wave in words: `Canaries: 2 of 2 succeeded`. */
export function describeWave(wave: RolloutWave): string {
  const { total, succeeded, failed, running, skipped } = wave
  const parts = [
    `${formatNumber(succeeded)} of ${formatNumber(total)} succeeded`,
    ...(running > 0 ? [`${running} running`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ]
  return `${nameWave(wave)}: ${parts.join(', ')}`
}
