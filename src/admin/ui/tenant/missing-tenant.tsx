'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { SearchX } from 'lucide-react'
import NextLink from 'next/link'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'

/** The address of a tenant that nobody is. */
export function MissingTenant({ tenantId }: { tenantId: string }) {
  return (
    <EmptyState
      level={1}
      icon={<SearchX />}
      title="There is no tenant with this id"
      description={
        <>
          The address may be cut off, or from another installation.
          <chakra.span display="block" mt="2" fontFamily="mono" textStyle="xs" overflowWrap="anywhere">
            {tenantId}
          </chakra.span>
        </>
      }
      action={
        <Button asChild>
          <NextLink href="/admin/tenants">All tenants</NextLink>
        </Button>
      }
    />
  )
}
