'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import type { LogTenant } from '../../audit-log.ts'

const Link = chakra(NextLink, {
  base: {
    color: 'accent.fg',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
    _hover: { textDecoration: 'underline' },
  },
})

/** The tenant of an entry, on the way to its page. */
export function TenantLink({ tenant }: { tenant: LogTenant }) {
  return (
    <Link href={`/admin/tenants/${tenant.id}`} onClick={(event) => event.stopPropagation()}>
      <bdi>{tenant.businessName}</bdi>
    </Link>
  )
}
