'use client'

import { Badge } from '@chakra-ui/react/badge'
import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Check, CircleAlert, Clock, Plus } from 'lucide-react'
import NextLink from 'next/link'
import type { RecordOutput } from '#src/resources/record-types.ts'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { dayAt } from '#src/ui/calendar/calendar-day.ts'
import { useNow } from '#src/ui/calendar/use-now.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { formatDay } from '#src/ui/format/dates.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { vaccinationRecords } from '../../resources/vaccination-records.ts'
import { Nothing } from './page-columns.tsx'
import { useRelated } from './use-related.ts'
import { validityOf, type Validity } from './vaccination-validity.ts'

type Vaccination = RecordOutput<typeof vaccinationRecords>

const looks: Record<Validity, { palette: string; icon: typeof Check; word: string }> = {
  valid: { palette: 'green', icon: Check, word: 'Valid' },
  'ends soon': { palette: 'amber', icon: Clock, word: 'Ends soon' },
  expired: { palette: 'red', icon: CircleAlert, word: 'Expired' },
  'not yet': { palette: 'gray', icon: Clock, word: 'Not yet' },
}

/** What a pet is vaccinated against, and whether that counts today. */
export function VaccinationPanel({ petId }: { petId: string }) {
  const { timeZone } = useFormatSettings()
  const { permits } = useModuleAccess()
  const today = dayAt(useNow(), timeZone)
  const { items, isAllowed } = useRelated('vaccination-records', { petId, limit: 50 })
  if (!isAllowed) return null
  return (
    <Panel
      title="Vaccinations"
      actions={
        permits(vaccinationRecords, 'create') && (
          <Button asChild size="sm" variant="ghost">
            <NextLink href="/pet-care/vaccination-records/new">
              <Plus />
              Add
            </NextLink>
          </Button>
        )
      }
    >
      {!items && <SkeletonRows rows={2} label="Loading vaccinations" />}
      {items?.length === 0 && <Nothing>None is known.</Nothing>}
      {items && items.length > 0 && (
        <chakra.ul display="grid" gap="3" listStyleType="none">
          {(items as Vaccination[]).map((one) => (
            <Entry key={one.id} vaccination={one} today={today} />
          ))}
        </chakra.ul>
      )}
    </Panel>
  )
}

function Entry({ vaccination, today }: { vaccination: Vaccination; today: string }) {
  const { vaxType, date, expiryDate } = vaccination
  const { palette, icon: Icon, word } = looks[validityOf(vaccination, today)]
  return (
    <chakra.li display="flex" justifyContent="space-between" alignItems="center" gap="3">
      <chakra.div minW="0">
        <chakra.p fontWeight="medium" overflowWrap="anywhere">
          {vaxType}
        </chakra.p>
        <chakra.p textStyle="sm" color="fg.muted" fontVariantNumeric="tabular-nums">
          {formatDay(date)}
          {expiryDate !== null && ` to ${formatDay(expiryDate)}`}
        </chakra.p>
      </chakra.div>
      <Badge colorPalette={palette}>
        <Icon size={13} aria-hidden />
        {word}
      </Badge>
    </chakra.li>
  )
}
