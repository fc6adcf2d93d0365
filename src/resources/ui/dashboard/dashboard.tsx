'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useState } from 'react'
import { useWorkspace } from '#src/tenancy/ui/workspace-context.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { useListableTargets } from '../module-access.tsx'
import { useAllCounts } from '../use-navigation.tsx'
import { CountTiles } from './count-tiles.tsx'
import { FirstSteps } from './first-steps-panel.tsx'
import { dayAt, firstNameOf, greetingAt } from './greeting.ts'
import { RecentChanges } from './recent-changes.tsx'

const MINUTE_MS = 60_000

/** The first page of a workspace: the day, what there is, what changed, and what is still to be set up. */
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
        <FirstSteps targets={targets} counts={counts} />
        <CountTiles targets={targets} counts={counts} />
        <RecentChanges targets={targets} />
      </chakra.div>
    </>
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
