'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { FieldInput } from '#src/resources/ui/fields/field-input.tsx'
import { sentencesAtInputs } from '#src/resources/ui/form-errors.ts'
import { toFormValues, toInput, type FormValues } from '#src/resources/ui/form-values.ts'
import { labelOfRecord } from '#src/resources/ui/record-label.ts'
import { useRecordChanges } from '#src/resources/ui/use-record-changes.ts'
import { useRecordResolver } from '#src/resources/ui/use-record-resolver.ts'
import { callErrorOf, type CallError } from '#src/trpc/ui/client.ts'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { applyServerErrors } from '#src/ui/form/apply-server-errors.ts'
import { FormErrorSummary } from '#src/ui/form/form-error-summary.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import type { Slot } from '../appointments/appointment.ts'
import { useTarget } from '../use-target.ts'
import { BookingFailure } from './booking-failure.tsx'
import { SlotPicker } from './slot-picker.tsx'

/** What is known of a booking before its form opens. */
export type BookingStart = {
  petId?: string
  staffId?: string
  resourceId?: string
  scheduledStart?: string
  durationMinutes?: number
}

interface BookingFormProps {
  given: BookingStart
  onBooked: (appointmentId: string) => void
  onCancel: () => void
  onDirtyChange: (isDirty: boolean) => void
}

const OVERRIDE = 'vaccinationOverrideReason'
const ABOVE = ['petId', 'serviceId', 'staffId', 'resourceId', 'scheduledStart']
const BELOW = ['durationMinutes', 'notes']

/** Books an appointment: who, what and with whom, then one of the times that are free. */
export function BookingForm({ given, onBooked, onCancel, onDirtyChange }: BookingFormProps) {
  const target = useTarget('appointments')
  const { resource } = target
  const { currency } = useFormatSettings()
  const { create } = useRecordChanges(target)
  const [failure, setFailure] = useState<CallError>()
  const isSaving = useRef(false)
  const defaultValues = useMemo(
    () => toFormValues(resource, undefined, { currency, given }),
    [resource, currency, given],
  )
  const form = useForm<FormValues, unknown, FormValues>({
    resolver: useRecordResolver(resource),
    defaultValues,
  })
  const { isDirty } = form.formState
  useLayoutEffect(() => onDirtyChange(isDirty), [onDirtyChange, isDirty])
  // Asked for when it has been needed once: most pets are vaccinated.
  const [needsReason, setNeedsReason] = useState(false)

  async function book(checked: FormValues): Promise<void> {
    if (isSaving.current) return
    isSaving.current = true
    setFailure(undefined)
    try {
      const booked = await create(toInput(resource, checked))
      announce(`${labelOfRecord(resource, booked)} booked`)
      onBooked(booked.id)
    } catch (thrown) {
      const error = callErrorOf(thrown)
      if (error.details?.fields) applyServerErrors(form, sentencesAtInputs(resource, error.details.fields))
      else setFailure(error)
      if (error.code === 'VACCINATION_REQUIRED') setNeedsReason(error.details?.['mayOverride'] === true)
    } finally {
      isSaving.current = false
    }
  }

  async function bookAt(slot: Slot): Promise<void> {
    form.setValue('scheduledStart', slot.start, { shouldDirty: true })
    form.setValue('staffId', slot.staffId, { shouldDirty: true })
    await form.handleSubmit(book)()
  }

  const names = (list: readonly string[]) =>
    list.map((name) => {
      const field = resource.fields[name]
      return field && <FieldInput key={name} target={target} name={name} field={field} />
    })

  return (
    <FormProvider {...form}>
      <chakra.form
        display="grid"
        gap="5"
        noValidate
        onSubmit={(event) => void form.handleSubmit(book)(event)}
      >
        <FormErrorSummary<FormValues, unknown, FormValues> />
        {failure && <BookingFailure error={failure} onChoose={bookAt} />}
        {needsReason && names([OVERRIDE])}
        {names(ABOVE)}
        <SlotPicker />
        {names(BELOW)}
        <SubmitBar sticky label="Book" busyLabel="Booking" back={{ label: 'Cancel', onClick: onCancel }} />
      </chakra.form>
    </FormProvider>
  )
}
