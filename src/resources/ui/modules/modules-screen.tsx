'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { Module } from '../../define-module.ts'
import { ModuleRow } from './module-row.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { useFeatures, usePlanUse } from './use-modules.ts'

const Columns = chakra('div', {
  base: {
    display: 'grid',
    alignItems: 'start',
    gap: '6',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', xl: 'minmax(0, 1fr) 20rem' },
  },
})
const List = chakra('ul', { base: { listStyle: 'none', mt: '4' } })

/** What the workspace can do, switched on and off one by one, and how much of its plan it uses. */
export function ModulesScreen({ modules }: { modules: readonly Module[] }) {
  const features = useFeatures()
  const plan = usePlanUse()
  const failed = [features, plan].find(({ isError }) => isError)
  if (failed?.error) {
    return (
      <CallFailure
        title="The modules could not be loaded"
        error={callErrorOf(failed.error)}
        onRetry={() => void Promise.all([features.refetch(), plan.refetch()])}
      />
    )
  }
  if (!features.data || !plan.data) {
    return (
      <Panel>
        <SkeletonRows rows={6} label="Loading modules" />
      </Panel>
    )
  }
  const { items } = features.data
  const { limit, count } = plan.data.modules
  const isFull = limit !== null && count >= limit
  const enabled = modules.filter(({ id }) => items.some(({ name, enabled: isOn }) => name === id && isOn))
  return (
    <Columns>
      <Panel
        title="Modules"
        description={
          isFull
            ? `Your plan has room for ${limit} ${limit === 1 ? 'module' : 'modules'}. Switch one off to make room, or move to a larger plan.`
            : 'Add what your business needs. Everybody goes on working meanwhile.'
        }
        flush
      >
        <List>
          {modules.map((module) => (
            <ModuleRow
              key={module.id}
              module={module}
              feature={items.find(({ name }) => name === module.id)}
              isFull={isFull}
              isLast={enabled.length === 1 && enabled[0]?.id === module.id}
            />
          ))}
        </List>
      </Panel>
      <PlanPanel use={plan.data} modules={enabled} />
    </Columns>
  )
}
