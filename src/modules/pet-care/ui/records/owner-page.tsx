'use client'

import { Button } from '@chakra-ui/react/button'
import { Pencil } from 'lucide-react'
import NextLink from 'next/link'
import { useState } from 'react'
import type { RecordOutput } from '#src/resources/record-types.ts'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { addressOf } from '#src/resources/ui/record-target.ts'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { owners } from '../../resources/owners.ts'
import { AppointmentDrawer } from '../appointments/appointment-drawer.tsx'
import { BookingDrawer } from '../booking/booking-drawer.tsx'
import type { BookingStart } from '../booking/booking-form.tsx'
import { FactList } from '../fact-list.tsx'
import { useTarget } from '../use-target.ts'
import { CreditsPanel } from './credits-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { PageColumns, PanelStack } from './page-columns.tsx'
import { PaymentsPanel } from './payments-panel.tsx'
import { PetsPanel } from './pets-panel.tsx'
import { RecordPage } from './record-page.tsx'
import { useAppointmentsOf } from './use-appointments-of.ts'

type Owner = RecordOutput<typeof owners>

/** One owner: their pets, what is booked, what was paid, and how to reach them. */
export function OwnerPage({ id }: { id: string }) {
  return (
    <RecordPage target={useTarget('owners')} id={id}>
      {(record) => <KnownOwner owner={record as Owner} />}
    </RecordPage>
  )
}

function KnownOwner({ owner }: { owner: Owner }) {
  const target = useTarget('owners')
  const { permits } = useModuleAccess()
  const { coming, past, more } = useAppointmentsOf({ ownerId: owner.id })
  const [openId, setOpenId] = useState<string | null>(null)
  const [booking, setBooking] = useState<BookingStart>()
  const { phone, phoneAlt, email } = owner

  return (
    <>
      <PageHeader
        back={{ href: addressOf(target), label: 'Owners' }}
        title={owner.name}
        actions={
          permits(target.resource, 'update') && (
            <Button asChild variant="outline">
              <NextLink href={addressOf(target, owner.id)}>
                <Pencil />
                Change
              </NextLink>
            </Button>
          )
        }
      />
      <PageColumns>
        <PanelStack>
          <PetsPanel ownerId={owner.id} onBook={(petId) => setBooking({ petId })} />
          <HistoryPanel
            title="To come"
            nothing="Nothing is booked."
            appointments={coming}
            withPet
            onOpen={setOpenId}
          />
          <HistoryPanel
            title="History"
            nothing="There was no appointment yet."
            appointments={past}
            withPet
            more={more}
            onOpen={setOpenId}
          />
        </PanelStack>
        <PanelStack>
          <Panel title="Contact">
            <FactList
              facts={[
                ['Phone', phone !== null && <a href={`tel:${phone}`}>{phone}</a>],
                ['Second', phoneAlt !== null && <a href={`tel:${phoneAlt}`}>{phoneAlt}</a>],
                ['E-mail', email !== null && <a href={`mailto:${email}`}>{email}</a>],
                ['Address', owner.address],
                ['Notes', owner.notes],
              ]}
            />
          </Panel>
          <CreditsPanel ownerId={owner.id} />
          <PaymentsPanel ownerId={owner.id} />
        </PanelStack>
      </PageColumns>
      <AppointmentDrawer appointmentId={openId} onClose={() => setOpenId(null)} />
      <BookingDrawer given={booking} onClose={() => setBooking(undefined)} />
    </>
  )
}
