'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useState } from 'react'
import { useWorkspace } from '#src/tenancy/ui/workspace-context.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { useListableTargets } from '../module-access.tsx'
import type { RecordTarget } from '../record-target.ts'
import { useAllCounts, type CountsByModule } from '../use-navigation.tsx'
import { CountTiles } from './count-tiles.tsx'
import { FirstStepsPanel } from './first-steps-panel.tsx'
import { dayAt, firstNameOf, greetingAt } from './greeting.ts'
import { RecentChanges } from './recent-changes.tsx'
import { useFirstSteps } from './use-first-steps.ts'
import { useHiddenSteps } from './use-hidden-steps.ts'
import { useRecentChanges } from './use-recent-changes.ts'

const MINUTE_MS = 60_000

/**
 * The first page of a workspace: the day, what there is, what changed, and what is still to be set up.
 * @param now the server's clock in milliseconds
 */
export function Dashboard({ now }: { now: number }) {
  const { tenant, person } = useWorkspace()
  const targets = useListableTargets()
  const counts = useAllCounts()
  const moment = useMinute(now)
  return (
    <>
      <PageHeader
        title={`${greetingAt(moment, tenant.timezone)}, ${firstNameOf(person.fullName)}`}
        description={dayAt(moment, tenant.timezone)}
      />
      <chakra.div display="grid" gap="6">
        <CountTiles targets={targets} counts={counts} />
        <Work targets={targets} counts={counts} />
      </chakra.div>
    </>
  )
}

const Columns = chakra('div', {
  base: { display: 'grid', gap: '6', alignItems: 'start' },
  variants: { both: { true: { gridTemplateColumns: { base: '1fr', lg: 'repeat(2, minmax(0, 1fr))' } } } },
})

/** Drawn at once when all of it is known, so that nothing moves under the pointer. */
function Work({ targets, counts }: { targets: readonly RecordTarget[]; counts: CountsByModule }) {
  const steps = useFirstSteps(targets, counts)
  const [isHidden, hide] = useHiddenSteps()
  const { changes, error, retry } = useRecentChanges(targets)
  if (error)
    return <CallFailure title="The latest changes could not be loaded" error={error} onRetry={retry} />
  if (!changes || !steps) {
    return (
      <Panel title="Latest changes">
        <SkeletonRows rows={8} label="Loading the latest changes" />
      </Panel>
    )
  }
  const showsSteps = steps.length > 0 && !isHidden
  return (
    <Columns both={showsSteps && changes.length > 0}>
      {showsSteps && <FirstStepsPanel steps={steps} onHide={hide} />}
      {changes.length > 0 && <RecentChanges changes={changes} />}
    </Columns>
  )
}

/** The present minute, beginning with the server's, so that both draw the same greeting at first. */
function useMinute(first: number): Date {
  const [now, setNow] = useState(first)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return new Date(now)
}
