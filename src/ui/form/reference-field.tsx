'use client'

import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { Combobox } from './combobox.tsx'
import { FieldFrame } from './field-frame.tsx'
import type { ComboboxOption } from './filter-options.ts'
import { readText, useField, type FieldProps } from './use-field.ts'
import { useReferenceLabel, useReferenceSearch } from './use-reference-search.ts'

interface ReferenceFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  /** Records that match; '' gives the likeliest few. Keep it stable between renders (module scope or `useCallback`). */
  search: (query: string) => Promise<readonly ComboboxOption[]>
  /** The record behind an id that the form was filled with. Keep it stable too. */
  resolve: (id: string) => Promise<ComboboxOption | undefined>
  placeholder?: string
  onValueChange?: (id: string) => void
}

/** Another record, found on the server by typing. The form holds its id, '' for none. */
export function ReferenceField<TValues extends FieldValues, TTransformed = TValues>(
  props: ReferenceFieldProps<TValues, TTransformed>,
) {
  const { placeholder = 'Type to search', onValueChange, required = false } = props
  const { field, value, frame, input } = useField(props)
  const [query, setQuery] = useState<string>()
  const id = readText(value)
  const found = useReferenceSearch(props.search, query)
  const { option, remember } = useReferenceLabel(props.resolve, id)
  const note = found.busy
    ? 'Searching'
    : found.failed
      ? 'The search did not get through. Type again to retry.'
      : found.options.length === 0
        ? 'Nothing matches.'
        : undefined
  return (
    <FieldFrame {...frame}>
      <Combobox
        input={input}
        label={props.label}
        options={found.options}
        chosen={option ?? (id ? { id, label: '' } : undefined)}
        onChoose={(next) => {
          remember(next)
          field.onChange(next?.id ?? '')
          onValueChange?.(next?.id ?? '')
        }}
        query={query}
        onQuery={setQuery}
        note={note}
        placeholder={id && !option ? 'Loading' : placeholder}
        clearable={!required}
      />
    </FieldFrame>
  )
}
