'use client'

import type { RecordOutput } from '#src/resources/record-types.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { formatDay } from '#src/ui/format/dates.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { packagePurchases } from '../../resources/package-purchases.ts'
import { LineList } from './line-list.tsx'
import { Nothing } from './page-columns.tsx'
import { useRelated } from './use-related.ts'

type Purchase = RecordOutput<typeof packagePurchases>

/** The packages an owner bought, and the credits left on each. */
export function CreditsPanel({ ownerId }: { ownerId: string }) {
  const { items, isAllowed } = useRelated('package-purchases', { ownerId, limit: 50 })
  if (!isAllowed) return null
  return (
    <Panel title="Package credits">
      {!items && <SkeletonRows rows={2} label="Loading packages" />}
      {items?.length === 0 && <Nothing>No package was bought.</Nothing>}
      {items && items.length > 0 && (
        <LineList>
          {(items as Purchase[]).map(({ id, packageName, creditsLeft, credits, expiresOn }) => (
            <li key={id}>
              <div>
                {packageName}
                {expiresOn !== null && <small>until {formatDay(expiresOn)}</small>}
              </div>
              <b>
                {creditsLeft} of {credits} left
              </b>
            </li>
          ))}
        </LineList>
      )}
    </Panel>
  )
}
