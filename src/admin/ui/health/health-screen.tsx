'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { Health } from '../../health.ts'
import { PoolPanel } from '../pool/pool-panel.tsx'
import { DatabasePanel } from './database-panel.tsx'
import { ProcessPanel } from './process-panel.tsx'
import { QueueHealthPanel } from './queue-panel.tsx'
import { ConfigurationPanel, DiskPanel, MailPanel, RedisPanel, VersionsPanel } from './small-parts.tsx'
import { useHealth } from './use-health.ts'

const Stack = chakra('div', { base: { display: 'grid', gap: '6', gridTemplateColumns: 'minmax(0, 1fr)' } })
const Columns = chakra('div', {
  base: {
    display: 'grid',
    gap: '6',
    alignItems: 'start',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
  },
})

/** How every part of the installation stands, and what to do about it. */
export function HealthScreen() {
  const { data, error, refetch } = useHealth()
  return (
    <>
      <PageHeader
        title="Health"
        description={
          data ? (
            <>
              {describe(data)} Asked <RelativeTime key={data.at} moment={data.at} passive />.
            </>
          ) : (
            'How every part of the installation stands.'
          )
        }
        aside={data && !error && <StatusBadge status={data.state} />}
      />
      <Stack>
        {error && (
          <CallFailure
            title={
              data ? 'There is no answer; this is what was known last' : 'The installation does not answer'
            }
            error={callErrorOf(error)}
            onRetry={() => void refetch()}
          />
        )}
        {data && <Parts parts={data.parts} />}
        {!data && !error && (
          <Panel>
            <SkeletonRows rows={8} label="Asking all parts" />
          </Panel>
        )}
      </Stack>
    </>
  )
}

function Parts({ parts }: Pick<Health, 'parts'>) {
  return (
    <>
      <ProcessPanel part={parts.processes} />
      <Columns>
        <Stack>
          <DatabasePanel part={parts.database} />
          <VersionsPanel part={parts.versions} />
          <PoolPanel />
        </Stack>
        <Stack>
          <QueueHealthPanel part={parts.queue} />
          <DiskPanel part={parts.disk} />
          <MailPanel part={parts.mail} />
          <RedisPanel part={parts.redis} />
        </Stack>
      </Columns>
      <ConfigurationPanel part={parts.configuration} />
    </>
  )
}

/** The whole in a sentence. */
function describe({ parts }: Health): string {
  const states = Object.values(parts).map(({ state }) => state)
  const count = (wanted: string) => states.filter((state) => state === wanted).length
  const failing = count('failing')
  const attention = count('attention')
  if (failing + attention === 0) return 'Everything is as it should be.'
  const said = [
    failing > 0 ? `${failing} ${failing === 1 ? 'part is' : 'parts are'} failing` : '',
    attention > 0 ? `${attention} ${attention === 1 ? 'part needs' : 'parts need'} a look` : '',
  ]
  return `${said.filter(Boolean).join(', ')}.`
}
