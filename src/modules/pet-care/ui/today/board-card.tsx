'use client'

import { Badge } from '@chakra-ui/react/badge'
import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Hourglass, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { printClock } from '#src/ui/calendar/time-grid/move-place.ts'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { appointments } from '../../resources/appointments.ts'
import { latenessOf, type Appointment, type Lateness } from '../appointments/appointment.ts'
import { nextSteps } from '../appointments/next-steps.ts'
import { lookOf } from '../appointments/status-look.ts'
import { useAppointmentChanges } from '../appointments/use-appointment-changes.ts'

const Card = chakra('li', {
  base: {
    position: 'relative',
    display: 'grid',
    gap: '3',
    p: '4',
    borderWidth: '1px',
    borderRadius: 'control',
    bg: 'bg.panel',
    animation: 'fade-in',
    transitionProperty: 'border-color',
    transitionDuration: 'fast',
    '@media (hover: hover)': { '&:hover': { borderColor: 'border.emphasized' } },
    '&[data-late]': { borderColor: 'amber.border' },
    '&[data-over]': { bg: 'transparent' },
  },
})
const Opener = chakra('button', {
  base: {
    fontWeight: 'semibold',
    textAlign: 'start',
    overflowWrap: 'anywhere',
    cursor: 'button',
    outline: '0',
    // The whole card opens; its buttons lie above.
    _after: { content: '""', position: 'absolute', inset: '0', borderRadius: 'control' },
    _focusVisible: { _after: { outline: '2px solid {colors.accent}', outlineOffset: '2px' } },
  },
})

interface BoardCardProps {
  appointment: Appointment
  now: string
  onOpen: () => void
}

/** One appointment of today, with the step that comes next. */
export function BoardCard({ appointment, now, onOpen }: BoardCardProps) {
  const { timeZone } = useFormatSettings()
  const { permits } = useModuleAccess()
  const { pet, owner, service, staff, scheduledStart, scheduledEnd, status } = appointment
  const late = latenessOf(appointment, now)
  const { isOver, word } = lookOf(status)
  const steps = permits(appointments, 'update')
    ? nextSteps(status).filter((step) => step !== 'cancelled')
    : []
  return (
    <Card data-late={late ? true : undefined} data-over={isOver || undefined}>
      <chakra.div display="flex" justifyContent="space-between" gap="3" alignItems="center" minH="5">
        <chakra.span textStyle="sm" color="fg.muted" fontVariantNumeric="tabular-nums">
          {printClock(scheduledStart, timeZone)}–{printClock(scheduledEnd, timeZone)}
        </chakra.span>
        {late ? (
          <LateBadge {...late} />
        ) : (
          <chakra.span textStyle="xs" color="fg.muted">
            {word}
          </chakra.span>
        )}
      </chakra.div>
      <div>
        <Opener type="button" onClick={onOpen}>
          {pet.label}
        </Opener>
        <chakra.p overflowWrap="anywhere">{service.label}</chakra.p>
        <chakra.p textStyle="sm" color="fg.muted" overflowWrap="anywhere">
          {owner.label}, with {staff.label}
        </chakra.p>
      </div>
      {steps.length > 0 && <Steps appointment={appointment} steps={steps.slice(0, 2)} />}
    </Card>
  )
}

function LateBadge({ kind, minutes }: Lateness) {
  return (
    <Badge colorPalette="amber">
      {kind === 'not here' ? <TriangleAlert size={13} aria-hidden /> : <Hourglass size={13} aria-hidden />}
      {printMinutes(minutes)} {kind === 'not here' ? 'late' : 'over'}
    </Badge>
  )
}

function printMinutes(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

type StepsProps = { appointment: Appointment; steps: readonly Appointment['status'][] }

function Steps({ appointment, steps }: StepsProps) {
  const { change } = useAppointmentChanges()
  const [isBusy, setBusy] = useState(false)

  async function take(status: Appointment['status']): Promise<void> {
    if (isBusy) return
    setBusy(true)
    const error = await change(appointment, { status })
    setBusy(false)
    const { word } = lookOf(status)
    if (error)
      toast.error(`${appointment.pet.label} is not ${word.toLowerCase()}`, { description: error.message })
    else announce(`${appointment.pet.label}: ${word}`)
  }

  return (
    <chakra.div position="relative" display="flex" flexWrap="wrap" gap="2" pointerEvents="none">
      {steps.map((status, index) => {
        const { icon: Icon, action } = lookOf(status)
        return (
          <Button
            key={status}
            size="sm"
            variant={index === 0 ? 'subtle' : 'ghost'}
            pointerEvents="auto"
            aria-label={`${action} ${appointment.pet.label}`}
            aria-busy={isBusy || undefined}
            onClick={() => void take(status)}
          >
            <Icon aria-hidden />
            {action}
          </Button>
        )
      })}
    </chakra.div>
  )
}
