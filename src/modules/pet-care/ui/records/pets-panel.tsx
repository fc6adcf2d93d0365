'use client'

import { Button } from '@chakra-ui/react/button'
import { CalendarPlus } from 'lucide-react'
import NextLink from 'next/link'
import type { RecordOutput } from '#src/resources/record-types.ts'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { appointments } from '../../resources/appointments.ts'
import type { pets } from '../../resources/pets.ts'
import { LineList } from './line-list.tsx'
import { Nothing } from './page-columns.tsx'
import { useRelated } from './use-related.ts'

type Pet = RecordOutput<typeof pets>

/** The pets of an owner, each with its page and a way to book. */
export function PetsPanel({ ownerId, onBook }: { ownerId: string; onBook: (petId: string) => void }) {
  const { permits } = useModuleAccess()
  const { items, isAllowed } = useRelated('pets', { ownerId, limit: 50 })
  if (!isAllowed) return null
  return (
    <Panel title="Pets">
      {!items && <SkeletonRows rows={2} label="Loading pets" />}
      {items?.length === 0 && <Nothing>No pet is known of this owner.</Nothing>}
      {items && items.length > 0 && (
        <LineList>
          {(items as Pet[]).map(({ id, name, breed, species }) => (
            <li key={id}>
              <div>
                <NextLink href={`/pet-care/pets/${id}/overview`}>{name}</NextLink>
                <small>{breed ?? species.replaceAll('_', ' ')}</small>
              </div>
              {permits(appointments, 'create') && (
                <Button size="sm" variant="outline" aria-label={`Book ${name}`} onClick={() => onBook(id)}>
                  <CalendarPlus />
                  Book
                </Button>
              )}
            </li>
          ))}
        </LineList>
      )}
    </Panel>
  )
}
