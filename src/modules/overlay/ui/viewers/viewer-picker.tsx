'use client'

import { useEffect } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { RecordReferenceField } from '#src/resources/ui/fields/record-reference-field.tsx'

interface ViewerPickerProps {
  /** '' for none */
  viewerId: string
  onChoose: (viewerId: string) => void
}

/** Finds a viewer by name. */
export function ViewerPicker({ viewerId, onChoose }: ViewerPickerProps) {
  const form = useForm({ values: { viewerId } })
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => onChoose(values.viewerId),
      }),
    [form, onChoose],
  )
  return (
    <FormProvider {...form}>
      <RecordReferenceField name="viewerId" label="Viewer" moduleId="overlay" to="viewers" />
    </FormProvider>
  )
}
