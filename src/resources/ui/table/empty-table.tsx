'use client'

import { Button } from '@chakra-ui/react/button'
import { Plus, SearchX } from 'lucide-react'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import type { Resource } from '../../define-resource.ts'
import { ResourceIcon } from '../resource-icon.tsx'

interface EmptyTableProps {
  resource: Resource
  /** a search or filters are at work */
  isNarrowed: boolean
  onClear: () => void
  /** left out for people who may not add one */
  onCreate: (() => void) | undefined
}

/** Instead of rows: nothing is there yet, or nothing matches, with the one thing to do about it. */
export function EmptyTable({ resource, isNarrowed, onClear, onCreate }: EmptyTableProps) {
  if (isNarrowed) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={`No ${resource.plural} match`}
        description="Try fewer letters, or take off the filters."
        action={
          <Button variant="outline" onClick={onClear}>
            Clear search and filters
          </Button>
        }
      />
    )
  }
  return (
    <EmptyState
      icon={<ResourceIcon name={resource.icon} />}
      title={`No ${resource.plural} yet`}
      description={resource.description}
      action={
        onCreate && (
          <Button onClick={onCreate}>
            <Plus />
            Add your first {resource.singular}
          </Button>
        )
      }
    />
  )
}
