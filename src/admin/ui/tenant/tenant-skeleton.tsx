'use client'

import { Skeleton } from '@chakra-ui/react/skeleton'
import { chakra } from '@chakra-ui/react/styled-system'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'

/** Stands where a tenant is about to be. */
export function TenantSkeleton() {
  return (
    <chakra.div display="grid" gap="6">
      <chakra.div display="grid" gap="3" aria-hidden>
        <Skeleton h="8" w="min(100%, 20rem)" />
        <Skeleton h="4" w="min(100%, 28rem)" />
      </chakra.div>
      <Skeleton h="9" w="100%" aria-hidden />
      <Panel>
        <SkeletonRows rows={8} label="Loading the tenant" />
      </Panel>
    </chakra.div>
  )
}
