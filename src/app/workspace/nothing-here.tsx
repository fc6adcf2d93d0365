'use client'

import { Button } from '@chakra-ui/react/button'
import { Compass } from 'lucide-react'
import NextLink from 'next/link'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'

/** Says that an address leads nowhere, and leads back. */
export function NothingHere() {
  return (
    <EmptyState
      level={1}
      icon={<Compass />}
      title="There is nothing at this address"
      description="The link may be old, or the module it belongs to is not switched on."
      action={
        <Button asChild>
          <NextLink href="/">Go to the dashboard</NextLink>
        </Button>
      }
    />
  )
}
