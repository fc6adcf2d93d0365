'use client'

import type { FieldValues } from 'react-hook-form'
import { useFormatSettings } from '../format/format-settings.tsx'
import { getCurrencyDigits, getCurrencySign, parseMoney, toMoneyText } from '../format/money.ts'
import { TypedField } from './typed-field.tsx'
import type { FieldProps } from './use-field.ts'

interface MoneyFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  /** ISO 4217; defaults to that of the nearest `FormatSettingsProvider`. */
  currency?: string
}

/** An amount typed as a decimal; the form holds whole cents (the currency's smallest unit), null when empty, NaN for nonsense. */
export function MoneyField<TValues extends FieldValues, TTransformed = TValues>(
  props: MoneyFieldProps<TValues, TTransformed>,
) {
  const settings = useFormatSettings()
  const { currency = settings.currency, ...field } = props
  return (
    <TypedField
      {...field}
      parse={(text) => (text.trim() === '' ? null : (parseMoney(text, currency) ?? Number.NaN))}
      print={(cents) => toMoneyText(cents, currency)}
      inputMode={getCurrencyDigits(currency) > 0 ? 'decimal' : 'numeric'}
      prefix={getCurrencySign(currency)}
      placeholder={toMoneyText(0, currency)}
    />
  )
}
