'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import type { StatusName } from '#src/ui/feedback/status-look.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { Module } from '../../define-module.ts'
import { useFeatures } from '../modules/use-modules.ts'

const List = chakra('ul', { base: { listStyle: 'none', m: '0' } })
const Line = chakra('li', {
  base: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '3',
    minH: '10',
    '& + &': { borderTopWidth: '1px' },
  },
})

/** Which modules are on, and which are on their way. */
export function ModuleStates({ modules }: { modules: readonly Module[] }) {
  const { data } = useFeatures()
  return (
    <Panel title="Modules">
      {data ? (
        <List aria-label="Modules">
          {modules.map(({ id, title }) => {
            const feature = data.items.find(({ name }) => name === id)
            const look = lookOf(feature)
            return (
              <Line key={id}>
                {title}
                <StatusBadge status={look.status} label={look.label} variant="plain" />
              </Line>
            )
          })}
        </List>
      ) : (
        <SkeletonRows label="Loading modules" />
      )}
    </Panel>
  )
}

type FeatureOf = NonNullable<ReturnType<typeof useFeatures>['data']>['items'][number]

function lookOf(feature: FeatureOf | undefined): { status: StatusName; label: string } {
  const run = feature?.run
  if (run?.state === 'failed') return { status: 'failed', label: 'Could not be switched' }
  if (run && run.state !== 'compensated') {
    return {
      status: 'running',
      label: run.kind === 'enable-module' ? 'Being switched on' : 'Being switched off',
    }
  }
  return feature?.enabled ? { status: 'succeeded', label: 'On' } : { status: 'pending', label: 'Off' }
}
