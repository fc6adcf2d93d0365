'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CopyButton } from '#src/ui/feedback/copy-button.tsx'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { TenantDetails } from '../../tenant-settings.ts'
import { planOffers } from '../wizard/plan-offers.ts'

const List = chakra('dl', {
  base: {
    display: 'grid',
    gap: '4',
    '& dt': { textStyle: 'label', color: 'fg.muted', mb: '0.5' },
    '& dd': { overflowWrap: 'anywhere' },
  },
})

/** What about a workspace is not changed here. */
export function WorkspaceFacts({ tenant }: { tenant: TenantDetails }) {
  const plan = planOffers.find(({ id }) => id === tenant.plan)
  return (
    <Panel title="About this workspace">
      <List>
        <div>
          <dt>Address on the web</dt>
          <chakra.dd display="flex" alignItems="center" gap="2" dir="ltr">
            <chakra.span fontFamily="mono" textStyle="sm">
              {tenant.workspaceUrl.replace(/^https?:\/\//, '')}
            </chakra.span>
            <CopyButton value={tenant.workspaceUrl} label="Copy address" />
          </chakra.dd>
        </div>
        <div>
          <dt>Status</dt>
          <dd>
            <StatusBadge status={tenant.status} />
          </dd>
        </div>
        <div>
          <dt>Plan</dt>
          <dd>{plan?.title ?? tenant.plan}</dd>
        </div>
        <div>
          <dt>Signed up</dt>
          <dd>
            <RelativeTime moment={tenant.createdAt} />
          </dd>
        </div>
      </List>
    </Panel>
  )
}
