import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import type { DataColumn } from '#src/ui/data-table/data-column.ts'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { formatDuration } from '#src/ui/format/durations.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { RolloutTenantRow } from '../../rollouts.ts'
import { lookOfTenant } from './rollout-look.ts'

const TenantLink = chakra(NextLink, {
  base: { color: 'accent.fg', fontWeight: 'medium', borderRadius: 'sm', focusVisibleRing: 'outside' },
})

/** Who, in which wave, how it went and why not. */
export const tenantColumns: readonly DataColumn<RolloutTenantRow>[] = [
  {
    id: 'tenant',
    header: 'Tenant',
    opensItself: true,
    cell: ({ tenantId, subdomain }) => (
      <TenantLink href={`/admin/tenants/${tenantId}`} data-row-opener>
        {subdomain}
      </TenantLink>
    ),
  },
  { id: 'wave', header: 'Wave', width: '6rem', cell: ({ wave }) => (wave === 0 ? 'Canary' : wave) },
  { id: 'state', header: 'State', cell: (tenant) => <StateCell tenant={tenant} /> },
  {
    id: 'done',
    header: 'Done',
    align: 'end',
    width: '5rem',
    cell: ({ done, migrations }) => `${done.length} of ${migrations.length}`,
  },
  {
    id: 'attempts',
    header: 'Attempts',
    align: 'end',
    width: '5.5rem',
    hideOnPhone: true,
    cell: ({ attempts }) => attempts,
  },
  {
    id: 'took',
    header: 'Took',
    align: 'end',
    width: '6rem',
    cell: ({ durationMs, attempts }) => (attempts === 0 ? '–' : formatDuration(durationMs)),
  },
  {
    id: 'finishedAt',
    header: 'Ended',
    align: 'end',
    width: '8rem',
    hideOnPhone: true,
    cell: ({ finishedAt }) => (finishedAt === null ? '–' : <RelativeTime moment={finishedAt} passive />),
  },
]

function StateCell({ tenant }: { tenant: RolloutTenantRow }) {
  const { error, state } = tenant
  return (
    <chakra.span
      display="inline-grid"
      gap="1"
      justifyItems="start"
      data-tenant={tenant.subdomain}
      data-state={state}
    >
      <StatusBadge {...lookOfTenant(tenant)} />
      {error && state !== 'succeeded' && (
        <chakra.span
          textStyle="xs"
          color="fg.muted"
          fontWeight="normal"
          whiteSpace="normal"
          overflowWrap="anywhere"
        >
          <chakra.code color={state === 'failed' ? 'fg.error' : undefined}>{error.code}</chakra.code>{' '}
          {error.message}
        </chakra.span>
      )}
    </chakra.span>
  )
}
