'use client'

import { Button } from '@chakra-ui/react/button'
import { Compass } from 'lucide-react'
import NextLink from 'next/link'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'

interface NothingHereProps {
  /** why that may be */
  description: string
  /** Where the way back leads. */
  home: { href: string; label: string }
}

/** Says that an address leads nowhere, and leads back. */
export function NothingHere({ description, home }: NothingHereProps) {
  return (
    <EmptyState
      level={1}
      icon={<Compass />}
      title="There is nothing at this address"
      description={description}
      action={
        <Button asChild>
          <NextLink href={home.href}>{home.label}</NextLink>
        </Button>
      }
    />
  )
}
