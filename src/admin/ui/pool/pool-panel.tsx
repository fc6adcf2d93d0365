'use client'

import { useApi } from '#src/trpc/ui/provider.tsx'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { PoolStatus } from '#src/provisioning/pool.ts'
import { consoleKeys } from '../console-keys.ts'
import { PartPanel } from '../health/part-panel.tsx'
import { SmallTable } from '../health/small-table.tsx'

const RENEW_MS = 10_000

/** Schemas that wait for new businesses, beside the parts of the installation. */
export function PoolPanel() {
  const api = useApi()
  const { data } = useQuery({
    queryKey: consoleKeys.pool,
    queryFn: ({ signal }) => api.admin.pool.get.query({}, { signal }),
    refetchInterval: RENEW_MS,
    retry: false,
  })
  if (!data) return null
  const { day, lastClaimAt, leaving, sets, size } = data
  return (
    <PartPanel
      title="Warm pool"
      part={judge(data)}
      facts={[
        ['Taken in 24 hours', `${formatNumber(day.warm)} of ${formatNumber(day.warm + day.cold)} workspaces`],
        ['Last taken', lastClaimAt ? <RelativeTime key="claim" moment={lastClaimAt} passive /> : 'Never'],
        ['Being dropped', leaving === 0 ? null : formatNumber(leaving)],
      ]}
    >
      <SmallTable
        label="Schemas that wait"
        heads={['Modules', 'Ready', 'Last failure']}
        rows={sets.map(({ modules, ready, failure }) => ({
          id: modules.join(),
          cells: [
            modules.join(', '),
            `${ready} of ${size}`,
            failure ? (
              <span key="failure">
                {failure.message} <RelativeTime moment={failure.failedAt} passive />
              </span>
            ) : (
              'None'
            ),
          ],
        }))}
      />
    </PartPanel>
  )
}

function judge({ size, sets }: PoolStatus) {
  if (size === 0)
    return {
      state: 'ok' as const,
      summary: 'It is off: each schema is built when it is asked for.',
      advice: null,
    }
  const failing = sets.filter(({ failure }) => failure !== null).length
  if (failing > 0) {
    return {
      state: 'attention' as const,
      summary: `${failing} of ${sets.length} sets of modules cannot be built beforehand.`,
      advice: 'Sign-ups that choose them are likely to fail, too. Look at the log of the workers.',
    }
  }
  const ready = sets.reduce((sum, set) => sum + set.ready, 0)
  return {
    state: 'ok' as const,
    summary: `${ready} of ${sets.length * size} schemas wait for new businesses.`,
    advice: null,
  }
}
