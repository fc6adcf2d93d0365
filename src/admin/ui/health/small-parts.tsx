'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { formatBytes, formatNumber } from '#src/ui/format/numbers.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { HealthDetails, HealthParts } from '../../health.ts'
import { PartPanel } from './part-panel.tsx'
import { SmallTable } from './small-table.tsx'

const Link = chakra(NextLink, {
  base: { color: 'accent.fg', borderRadius: 'sm', focusVisibleRing: 'outside', textDecoration: 'underline' },
})
const redisWords = { off: 'Not used', up: 'Up', down: 'Down' } as const
const placeTitles = { data: 'Data folder', files: 'Uploaded files' } as const
const findingWords = { missing: 'Missing', weak: 'Weak', 'left-over': 'Left over' } as const

export function RedisPanel({ part }: { part: HealthParts['redis'] }) {
  return (
    <PartPanel title="Redis" part={part} facts={part.details && [['State', redisWords[part.details.use]]]} />
  )
}

export function DiskPanel({ part }: { part: HealthParts['disk'] }) {
  const { details } = part
  return (
    <PartPanel
      title="Disk"
      part={part}
      facts={
        details && [
          ...details.places.map((place) => [placeTitles[place.purpose], describePlace(place)] as const),
          ['Files', details.filesAre === 'here' ? null : 'In a bucket'],
        ]
      }
    />
  )
}

export function MailPanel({ part }: { part: HealthParts['mail'] }) {
  const { details } = part
  return (
    <PartPanel
      title="Mail"
      part={part}
      facts={
        details && [
          ['Mail server', details.transport === 'smtp' ? 'Configured' : 'None'],
          ['Waiting', formatNumber(details.waiting)],
          ['Failed in 24 hours', formatNumber(details.failed24h)],
          ['Last sent', details.lastSentAt ? <RelativeTime moment={details.lastSentAt} passive /> : 'Never'],
          [
            'All mails',
            <Link key="outbox" href="/admin/outbox">
              Open the outbox
            </Link>,
          ],
        ]
      }
    />
  )
}

export function VersionsPanel({ part }: { part: HealthParts['versions'] }) {
  const { details } = part
  return (
    <PartPanel
      title="Versions"
      part={part}
      facts={
        details && [
          ['Berth', details.app],
          ['Node', details.runtime.replace(/^v/, '')],
          ['Commit', details.commit && <chakra.code>{details.commit.slice(0, 12)}</chakra.code>],
          ['Deployed', details.deployedAt && <RelativeTime moment={details.deployedAt} passive />],
          ['Started', <RelativeTime key="started" moment={details.startedAt} passive />],
          ['Migrations', `${details.migrations} applied, the newest is ${details.newestMigration ?? 'none'}`],
        ]
      }
    />
  )
}

export function ConfigurationPanel({ part }: { part: HealthParts['configuration'] }) {
  return (
    <PartPanel title="Configuration" part={part}>
      <SmallTable
        label="Variables"
        heads={['Variable', 'Finding', 'What it means']}
        rows={(part.details?.findings ?? []).map(({ name, state, hint }) => ({
          id: `${name} ${state}`,
          cells: [<chakra.code key="name">{name}</chakra.code>, findingWords[state], hint],
        }))}
      />
    </PartPanel>
  )
}

function describePlace({ path, freeBytes, totalBytes }: HealthDetails<'disk'>['places'][number]) {
  return (
    <>
      {formatBytes(freeBytes)} of {formatBytes(totalBytes)} free
      <chakra.span display="block" fontFamily="mono" textStyle="xs" color="fg.muted">
        {path}
      </chakra.span>
    </>
  )
}
