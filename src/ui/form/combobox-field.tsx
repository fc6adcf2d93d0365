'use client'

import { useMemo, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { Combobox } from './combobox.tsx'
import { FieldFrame } from './field-frame.tsx'
import { filterOptions, type ComboboxOption } from './filter-options.ts'
import { readText, useField, type FieldProps } from './use-field.ts'

interface ComboboxFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  options: readonly ComboboxOption[]
  placeholder?: string
  onValueChange?: (id: string) => void
}

/** Beyond this many the list is quicker searched than scrolled, and slow to draw. */
const shownAtMost = 80

/** One of many, found by typing: time zones, countries. The form holds the option's id, '' for none. */
export function ComboboxField<TValues extends FieldValues, TTransformed = TValues>(
  props: ComboboxFieldProps<TValues, TTransformed>,
) {
  const { options, placeholder, onValueChange, required = false } = props
  const { field, value, frame, input } = useField(props)
  const [query, setQuery] = useState<string>()
  const id = readText(value)
  const chosen = options.find((option) => option.id === id)
  const found = useMemo(() => filterOptions(options, query ?? ''), [options, query])
  const shown = useMemo(() => {
    // Before anything is typed the present choice leads, where it would otherwise be far down or cut off.
    const leads = query === '' && chosen ? [chosen, ...found.filter((option) => option !== chosen)] : found
    return leads.slice(0, shownAtMost)
  }, [found, query, chosen])
  const note =
    found.length === 0
      ? 'Nothing matches.'
      : found.length > shown.length
        ? `${found.length - shown.length} more: type to narrow down.`
        : undefined
  return (
    <FieldFrame {...frame}>
      <Combobox
        input={input}
        label={props.label}
        options={shown}
        chosen={chosen}
        onChoose={(option) => {
          field.onChange(option?.id ?? '')
          onValueChange?.(option?.id ?? '')
        }}
        query={query}
        onQuery={setQuery}
        note={note}
        placeholder={placeholder}
        clearable={!required}
      />
    </FieldFrame>
  )
}
