'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { moduleOffers } from '#src/tenancy/plan-feature.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { ConsoleAuditRecord } from '../../audit-log.ts'
import { usePlanHistory } from './feature-queries.ts'
import { offerTexts } from './offer-texts.ts'

const More = chakra(NextLink, {
  base: { color: 'accent.fg', textStyle: 'sm', focusVisibleRing: 'outside', borderRadius: 'sm' },
})

/** Who changed last what plans do with modules. */
export function PlanHistory() {
  const { data, error, refetch } = usePlanHistory()
  return (
    <Panel
      title="History"
      actions={<More href="/admin/audit?action=plan_features.">All in the audit log</More>}
    >
      {data ? (
        data.items.length === 0 ? (
          <chakra.p color="fg.muted">Every plan offers every module, as from the beginning.</chakra.p>
        ) : (
          <chakra.ul listStyle="none" display="grid" gap="2">
            {data.items.map((entry) => (
              <Change key={entry.id} entry={entry} />
            ))}
          </chakra.ul>
        )
      ) : error ? (
        <CallFailure
          title="The history could not be loaded"
          error={callErrorOf(error)}
          onRetry={() => void refetch()}
        />
      ) : (
        <SkeletonRows rows={3} label="Loading" />
      )}
    </Panel>
  )
}

function Change({ entry: { actor, details, createdAt } }: { entry: ConsoleAuditRecord }) {
  const { modules } = useModuleAccess()
  const title = modules.find(({ id }) => id === details['module'])?.title ?? String(details['module'])
  return (
    <chakra.li overflowWrap="anywhere">
      <strong>{actor.name ?? 'Somebody'}</strong> set {title} on {String(details['plan'])} from{' '}
      {titleOf(details['before'])} to {titleOf(details['after'])}{' '}
      <chakra.span color="fg.muted" textStyle="sm">
        <RelativeTime moment={createdAt} />
      </chakra.span>
    </chakra.li>
  )
}

/** The words of the log hold what somebody wrote at that time. */
function titleOf(side: unknown): string {
  const offer: unknown = typeof side === 'object' && side !== null ? Reflect.get(side, 'offer') : undefined
  const known = moduleOffers.find((one) => one === offer)
  return known ? offerTexts[known].title.toLowerCase() : 'something else'
}
