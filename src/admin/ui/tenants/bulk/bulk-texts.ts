import type { BulkAction } from '#src/admin/tenant-bulk.ts'
import { planTitles } from '#src/tenancy/plans.ts'
import type { Plan } from '#src/tenancy/tenant.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import type { BulkLine } from './run-bulk.ts'

/** What is to be done to the tenants, as it was confirmed. */
export type BulkJob = { action: BulkAction; plan?: Plan; reason?: string; tenantIds: readonly string[] }

/** `1 tenant`, `5,000 tenants`. */
export function countTenants(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'tenant' : 'tenants'}`
}

/** What is under way, as a heading. */
export function titleOfJob({ action, plan, tenantIds }: BulkJob): string {
  const what = countTenants(tenantIds.length)
  if (action === 'suspend') return `Suspending ${what}`
  if (action === 'activate') return `Activating ${what}`
  return `Changing ${what} to ${plan ? planTitles[plan] : 'another plan'}`
}

export const outcomeWords: Readonly<Record<BulkLine['outcome'], string>> = {
  done: 'Done',
  refused: 'Refused',
  unknown: 'No answer',
  skipped: 'Not tried',
}

/** How it went for all, in one sentence: `4,988 done, 12 refused`. */
export function summariseLines(lines: readonly BulkLine[]): string {
  const parts = (['done', 'refused', 'unknown', 'skipped'] as const).flatMap((outcome) => {
    const count = lines.filter((line) => line.outcome === outcome).length
    return count === 0 ? [] : [`${formatNumber(count)} ${outcomeWords[outcome].toLowerCase()}`]
  })
  return parts.length === 0 ? 'Nothing yet' : parts.join(', ')
}

/** The report for the clipboard: one line each, with tabs, as spreadsheets take it. */
export function printLines(lines: readonly BulkLine[]): string {
  const rows = lines.map(({ tenantId, subdomain, outcome, code, message }) => [
    subdomain ?? tenantId,
    outcomeWords[outcome],
    code ?? '',
    message ?? '',
  ])
  return [['tenant', 'outcome', 'code', 'message'], ...rows].map((row) => row.join('\t')).join('\n')
}
