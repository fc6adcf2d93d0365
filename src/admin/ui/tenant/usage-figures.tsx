'use client'

import { Skeleton } from '@chakra-ui/react/skeleton'
import { formatBytes, formatCount, formatNumber } from '#src/ui/format/numbers.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import type { TenantUsage } from '../../tenant-usage.ts'
import { Figures } from './figures.tsx'
import { useTenantUsage } from './tenant-queries.ts'

/** How much a tenant asks for and keeps, in four numbers. */
export function UsageFigures({ tenantId }: { tenantId: string }) {
  const { data, error, refetch } = useTenantUsage(tenantId)
  if (data) return <FiguresOf usage={data} />
  if (!error) return <Skeleton h="28" borderRadius="panel" aria-hidden />
  return (
    <CallFailure
      title="The usage could not be loaded"
      error={callErrorOf(error)}
      onRetry={() => void refetch()}
    />
  )
}

/** The same of numbers that are there already. */
export function FiguresOf({ usage }: { usage: TenantUsage }) {
  const { days, bytes, people, files, rows, isExact } = usage
  const requests = sum(days.map((day) => day.requests))
  const errors = sum(days.map((day) => day.errors))
  const { team, inactive, clients } = people
  const others = [
    inactive > 0 ? `${formatNumber(inactive)} switched off` : '',
    clients > 0 ? `${formatNumber(clients)} ${clients === 1 ? 'client' : 'clients'}` : '',
  ].filter(Boolean)
  return (
    <Figures
      figures={[
        {
          name: 'Requests in 30 days',
          value: formatCount(requests),
          detail: errors === 0 ? 'No errors' : `${formatNumber(errors)} ${errors === 1 ? 'error' : 'errors'}`,
        },
        { name: 'Records', value: formatCount(rows), detail: isExact ? 'Counted just now' : 'As estimated' },
        {
          name: 'Storage',
          value: formatBytes(bytes.tables + bytes.indexes + bytes.files),
          detail: `${formatNumber(files)} ${files === 1 ? 'file' : 'files'}, ${formatBytes(bytes.files)}`,
        },
        { name: 'People', value: formatNumber(team), detail: others.join(', ') || 'In the team' },
      ]}
    />
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
