'use client'

import { Button } from '@chakra-ui/react/button'
import { CalendarPlus, Pencil } from 'lucide-react'
import NextLink from 'next/link'
import { useState } from 'react'
import type { RecordOutput } from '#src/resources/record-types.ts'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { addressOf } from '#src/resources/ui/record-target.ts'
import { dayAt } from '#src/ui/calendar/calendar-day.ts'
import { useNow } from '#src/ui/calendar/use-now.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { formatDay } from '#src/ui/format/dates.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { pets } from '../../resources/pets.ts'
import { AppointmentDrawer } from '../appointments/appointment-drawer.tsx'
import { PetWarnings } from '../appointments/pet-warnings.tsx'
import { BookingDrawer } from '../booking/booking-drawer.tsx'
import type { BookingStart } from '../booking/booking-form.tsx'
import { FactList } from '../fact-list.tsx'
import { useTarget } from '../use-target.ts'
import { printAge } from './describe-pet.ts'
import { HistoryPanel } from './history-panel.tsx'
import { PageColumns, PanelStack } from './page-columns.tsx'
import { RecordPage } from './record-page.tsx'
import { useAppointmentsOf } from './use-appointments-of.ts'
import { VaccinationPanel } from './vaccination-panel.tsx'

type Pet = RecordOutput<typeof pets>

/** One pet: what is known of it, what was done, and what comes next. */
export function PetPage({ id }: { id: string }) {
  const target = useTarget('pets')
  return (
    <RecordPage target={target} id={id}>
      {(record) => <KnownPet pet={record as Pet} />}
    </RecordPage>
  )
}

function KnownPet({ pet }: { pet: Pet }) {
  const target = useTarget('pets')
  const { resource: booked } = useTarget('appointments')
  const { permits } = useModuleAccess()
  const { timeZone } = useFormatSettings()
  const today = dayAt(useNow(), timeZone)
  const { coming, past, more } = useAppointmentsOf({ petId: pet.id })
  const [openId, setOpenId] = useState<string | null>(null)
  const [booking, setBooking] = useState<BookingStart>()
  const species = target.resource.fields['species']
  const speciesWord =
    species?.kind === 'select'
      ? species.options.find(({ value }) => value === pet.species)?.label
      : pet.species
  const age = pet.dateOfBirth === null ? undefined : printAge(pet.dateOfBirth, today)

  return (
    <>
      <PageHeader
        back={{ href: addressOf(target), label: 'Pets' }}
        title={pet.name}
        description={[speciesWord, pet.breed, age].filter(Boolean).join(', ')}
        actions={
          <>
            {permits(target.resource, 'update') && (
              <Button asChild variant="outline">
                <NextLink href={addressOf(target, pet.id)}>
                  <Pencil />
                  Change
                </NextLink>
              </Button>
            )}
            {permits(booked, 'create') && (
              <Button onClick={() => setBooking({ petId: pet.id })}>
                <CalendarPlus />
                Book
              </Button>
            )}
          </>
        }
      />
      <PageColumns>
        <PanelStack>
          <HistoryPanel
            title="To come"
            nothing={`Nothing is booked for ${pet.name}.`}
            appointments={coming}
            onOpen={setOpenId}
          />
          <HistoryPanel
            title="History"
            nothing={`${pet.name} has not been here yet.`}
            appointments={past}
            more={more}
            onOpen={setOpenId}
          />
        </PanelStack>
        <PanelStack>
          <Panel title="About">
            <PanelStack>
              <PetWarnings petId={pet.id} />
              <FactList
                facts={[
                  [
                    'Owner',
                    <NextLink key="owner" href={`/pet-care/owners/${pet.ownerId}/overview`}>
                      {pet.owner.label}
                    </NextLink>,
                  ],
                  ['Species', speciesWord],
                  ['Breed', pet.breed],
                  ['Born', pet.dateOfBirth && formatDay(pet.dateOfBirth)],
                  ['Weight', pet.weight !== null && `${formatNumber(pet.weight)} kg`],
                ]}
              />
            </PanelStack>
          </Panel>
          <VaccinationPanel petId={pet.id} />
        </PanelStack>
      </PageColumns>
      <AppointmentDrawer appointmentId={openId} onClose={() => setOpenId(null)} />
      <BookingDrawer given={booking} onClose={() => setBooking(undefined)} />
    </>
  )
}
