'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { formatDuration } from '#src/ui/format/durations.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { RolloutDetails } from '../../rollouts.ts'
import { CodeFact, Fact, FactList } from '../tenant/fact-list.tsx'
import { nameDirection } from './rollout-look.ts'

const Link = chakra(NextLink, {
  base: { color: 'accent.fg', borderRadius: 'sm', focusVisibleRing: 'outside' },
})

/** Who ordered it and when, and how it was told to go. */
export function RolloutFacts({ rollout }: { rollout: RolloutDetails }) {
  const { id, target, requestedBy, createdAt, startedAt, finishedAt, settings, budget } = rollout
  return (
    <Panel title="Facts">
      <FactList>
        <Fact name="Direction">
          {nameDirection(rollout)}
          {target && 'rolloutId' in target && (
            <>
              {', '}
              <Link href={`/admin/migrations/${target.rolloutId}`}>takes a rollout back</Link>
            </>
          )}
        </Fact>
        <Fact name="Ordered">
          <bdi>{requestedBy ? requestedBy.fullName : 'Command line'}</bdi>,{' '}
          <RelativeTime moment={createdAt} />
        </Fact>
        {startedAt && (
          <Fact name="Started">
            <RelativeTime moment={startedAt} />
          </Fact>
        )}
        {finishedAt && (
          <Fact name="Ended">
            <RelativeTime moment={finishedAt} />
          </Fact>
        )}
        <Fact name="Canaries">{sayCanary(settings)}</Fact>
        <Fact name="Wave size">{formatNumber(settings.waveSize)}</Fact>
        <Fact name="Tenants at a time">{settings.concurrency}</Fact>
        <Fact name="Error budget">{sayBudget(settings, budget)}</Fact>
        <Fact name="Longest wait for a lock">
          {`${formatDuration(settings.lockTimeoutMs)}, ${settings.maxAttempts === 1 ? 'tried once' : `tried ${settings.maxAttempts} times`}`}
        </Fact>
        <Fact name="Longest statement">{formatDuration(settings.statementTimeoutMs)}</Fact>
        <CodeFact name="Rollout id" value={id} />
      </FactList>
    </Panel>
  )
}

function sayCanary({ canary }: RolloutDetails['settings']): string {
  if ('share' in canary) return `${formatNumber(canary.share * 100)} % of the tenants, one at least`
  return canary.tenantIds.length === 1 ? '1 named tenant' : `${canary.tenantIds.length} named tenants`
}

function sayBudget({ errorBudget }: RolloutDetails['settings'], budget: number): string {
  const failures = `${formatNumber(budget)} ${budget === 1 ? 'failure' : 'failures'}`
  return 'share' in errorBudget ? `${failures} (${formatNumber(errorBudget.share * 100)} %)` : failures
}
