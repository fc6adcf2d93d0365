'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useQuery } from '@tanstack/react-query'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { consoleKeys } from '../console-keys.ts'
import { FindingItem } from './finding-item.tsx'
import { RepairForm } from './repair-form.tsx'

const List = chakra('ul', { base: { listStyle: 'none', mx: 'calc(var(--surface-inset) * -1)' } })

interface RepairDrawerProps {
  open: boolean
  onClose: () => void
  tenantId: string
  subdomain: string
}

/** What a repair will do, read from the tenant just now, and the order to do it. */
export function RepairDrawer({ open, onClose, ...tenant }: RepairDrawerProps) {
  return (
    <Drawer open={open} onClose={onClose} title={`Repair “${tenant.subdomain}”?`} size="lg">
      <Plan onClose={onClose} {...tenant} />
    </Drawer>
  )
}

function Plan({ tenantId, subdomain, onClose }: Omit<RepairDrawerProps, 'open'>) {
  const api = useApi()
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: [...consoleKeys.driftPlan, tenantId],
    queryFn: () => api.admin.drift.repair.mutate({ tenantId }),
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
  if (error)
    return <CallFailure title="There is no plan" error={callErrorOf(error)} onRetry={() => void refetch()} />
  if (!data || isFetching) return <SkeletonRows rows={5} label="Comparing the tenant" />
  const { findings, hash } = data.plan
  if (findings.length === 0) return <p>Nothing differs any more.</p>
  const own = findings.filter(({ repair }) => repair === 'automatic').length
  return (
    <chakra.div display="grid" gap="6">
      <p>
        {own === 0
          ? 'Nothing of this can be put right without a person.'
          : `${own} of ${findings.length} are put right: in one transaction, which waits two seconds at most for a lock, and checks and indexes behind it. Nothing else is changed.`}
      </p>
      <List>
        {findings.map((finding) => (
          <FindingItem
            key={`${finding.kind} ${finding.object} ${finding.aspect ?? finding.difference}`}
            finding={finding}
          />
        ))}
      </List>
      {own > 0 && <RepairForm tenantId={tenantId} subdomain={subdomain} plan={hash} onClose={onClose} />}
    </chakra.div>
  )
}
