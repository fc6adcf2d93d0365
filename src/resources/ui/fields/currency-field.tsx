'use client'

import { useMemo } from 'react'
import { ComboboxField } from '#src/ui/form/combobox-field.tsx'
import type { ComboboxOption } from '#src/ui/form/filter-options.ts'

interface CurrencyFieldProps {
  name: string
  label: string
  hint?: string | undefined
  required?: boolean
}

/** One of the world's currencies, found by its code or name. */
export function CurrencyField(props: CurrencyFieldProps) {
  const options = useMemo(() => listCurrencies(), [])
  return <ComboboxField {...props} options={options} placeholder="Type to search" />
}

function listCurrencies(): ComboboxOption[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((code) => ({
    id: code,
    label: code,
    description: names.of(code),
  }))
}
