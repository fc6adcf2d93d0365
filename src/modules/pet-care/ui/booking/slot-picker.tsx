'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useFormContext, useWatch } from 'react-hook-form'
import type { FormValues } from '#src/resources/ui/form-values.ts'
import { addDays, dayAt, momentAt } from '#src/ui/calendar/calendar-day.ts'
import { useNow } from '#src/ui/calendar/use-now.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import type { Slot } from '../appointments/appointment.ts'
import { useCast } from '../calendar/use-cast.ts'
import { SlotButtons } from './slot-buttons.tsx'
import { useSlots, type SlotQuestion } from './use-slots.ts'

const SHOWN = 12
const DAYS = 14

/** The next free times of the service in the form, from its day on; choosing one fills in the time and the person. */
export function SlotPicker() {
  const { timeZone } = useFormatSettings()
  const { setValue } = useFormContext<FormValues>()
  const values = useWatch<FormValues>()
  const question = useQuestion(values, timeZone)
  const { data, isPending, error } = useSlots(question)
  const { cast } = useCast()
  const staffId = textOf(values['staffId'])
  if (!question) {
    return (
      <chakra.p color="fg.muted" textStyle="sm">
        Choose a service to see its free times.
      </chakra.p>
    )
  }
  if (error) return null
  if (isPending) return <SkeletonRows rows={2} label="Looking for free times" />
  const name = (id: string) => cast?.staff.find((person) => person.id === id)?.name

  function choose(slot: Slot): void {
    const options = { shouldDirty: true, shouldValidate: true }
    setValue('scheduledStart', slot.start, options)
    setValue('staffId', slot.staffId, options)
  }

  return (
    <chakra.section display="grid" gap="3" aria-label="Free times">
      <chakra.p textStyle="label">{data.length === 0 ? 'No free times' : 'Free times'}</chakra.p>
      {data.length === 0 ? (
        <chakra.p color="fg.muted" textStyle="sm">
          Nothing is free in the two weeks from that day. Try somebody else or another day.
        </chakra.p>
      ) : (
        <SlotButtons
          slots={data}
          {...(staffId === '' ? { nameOf: name } : {})}
          chosen={{ start: textOf(values['scheduledStart']), staffId }}
          onChoose={choose}
        />
      )}
    </chakra.section>
  )
}

/** From the beginning of the day in the form; never from before now. */
function useQuestion(values: FormValues, timeZone: string): SlotQuestion | undefined {
  const now = useNow()
  const serviceId = textOf(values['serviceId'])
  if (serviceId === '') return undefined
  const chosen = textOf(values['scheduledStart'])
  const day = dayAt(chosen === '' ? now : chosen, timeZone)
  const first = momentAt(day, 0, timeZone)
  // Whole quarters, so that the question stays the same for a while.
  const quarter = new Date(Math.floor(Date.parse(now) / 900_000) * 900_000).toISOString()
  return {
    serviceId,
    ...given('staffId', values),
    ...given('resourceId', values),
    ...given('petId', values),
    from: first > quarter ? first : quarter,
    to: momentAt(addDays(first > quarter ? day : dayAt(quarter, timeZone), DAYS), 0, timeZone),
    limit: SHOWN,
  }
}

function given<Name extends string>(name: Name, values: FormValues): Partial<Record<Name, string>> {
  const value = textOf(values[name])
  return value === '' ? {} : ({ [name]: value } as Partial<Record<Name, string>>)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
