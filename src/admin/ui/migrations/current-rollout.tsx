'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { openStates } from '#src/provisioning/rollout-moves.ts'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { RolloutDetails } from '../../rollouts.ts'
import { RolloutGlance } from './rollout-glance.tsx'
import { lookOfRollout } from './rollout-look.ts'
import { RolloutMoveButtons } from './rollout-move-buttons.tsx'
import { titleRollout } from './rollout-title.ts'

const Link = chakra(NextLink, {
  base: {
    color: 'accent.fg',
    fontWeight: 'medium',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
    overflowWrap: 'anywhere',
  },
})

/** The rollout that goes through the fleet now, or the last one that did. */
export function CurrentRollout({ rollout }: { rollout: RolloutDetails }) {
  const isOpen = openStates.includes(rollout.state)
  return (
    <Panel
      title={isOpen ? 'Under way' : 'Last rollout'}
      description={<Link href={`/admin/migrations/${rollout.id}`}>{titleRollout(rollout)}</Link>}
      actions={
        <chakra.div display="flex" flexWrap="wrap" alignItems="center" gap="2">
          <StatusBadge {...lookOfRollout(rollout)} />
          <RolloutMoveButtons rollout={rollout} />
        </chakra.div>
      }
    >
      <RolloutGlance rollout={rollout} />
    </Panel>
  )
}
