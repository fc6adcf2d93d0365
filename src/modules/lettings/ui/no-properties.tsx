'use client'

import { Button } from '@chakra-ui/react/button'
import { House } from 'lucide-react'
import NextLink from 'next/link'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { addressOf, NEW_RECORD } from '#src/resources/ui/record-target.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { propertiesTarget } from './targets.ts'

/** There is nothing to let yet, and who may can add something. */
export function NoProperties() {
  const may = useMay()
  if (!may('properties:create'))
    return (
      <EmptyState
        icon={<House />}
        title="No properties yet"
        description="Here you will see who stays where."
      />
    )
  return (
    <EmptyState
      icon={<House />}
      title="Add your first property"
      description="Then you can book its nights and see which are free."
      action={
        <Button asChild>
          <NextLink href={addressOf(propertiesTarget, NEW_RECORD)}>Add property</NextLink>
        </Button>
      }
    />
  )
}
