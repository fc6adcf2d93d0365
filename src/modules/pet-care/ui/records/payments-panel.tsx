'use client'

import type { RecordOutput } from '#src/resources/record-types.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { formatDate } from '#src/ui/format/dates.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { formatMoney } from '#src/ui/format/money.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import { payments } from '../../resources/payments.ts'
import { LineList } from './line-list.tsx'
import { Nothing } from './page-columns.tsx'
import { useRelated } from './use-related.ts'

type Payment = RecordOutput<typeof payments>

const SHOWN = 10

/** What an owner paid lately, or still owes. */
export function PaymentsPanel({ ownerId }: { ownerId: string }) {
  const { timeZone } = useFormatSettings()
  const { items, total, isAllowed } = useRelated('payments', { ownerId, limit: SHOWN })
  if (!isAllowed) return null
  return (
    <Panel title="Payments">
      {!items && <SkeletonRows rows={3} label="Loading payments" />}
      {items?.length === 0 && <Nothing>Nothing was paid yet.</Nothing>}
      {items && items.length > 0 && (
        <LineList>
          {(items as Payment[]).map(({ id, type, status, amountCents, currency, paidAt, createdAt }) => (
            <li key={id}>
              <div>
                {wordOf(payments.fields.type.options, type)}
                <small>
                  {wordOf(payments.fields.status.options, status)},{' '}
                  {formatDate(paidAt ?? createdAt, timeZone, 'date')}
                </small>
              </div>
              <b>{formatMoney(amountCents, currency)}</b>
            </li>
          ))}
          {total > SHOWN && <li>{total - SHOWN} earlier ones are in the list of payments.</li>}
        </LineList>
      )}
    </Panel>
  )
}

function wordOf(options: readonly { value: string; label: string }[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value
}
