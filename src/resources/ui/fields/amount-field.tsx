'use client'

import { useWatch } from 'react-hook-form'
import { MoneyField } from '#src/ui/form/money-field.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import type { MoneyField as MoneyDeclaration } from '../../fields/money.ts'
import type { AnyRecord } from '../../procedure-path.ts'
import { useModuleAccess } from '../module-access.tsx'
import type { RecordTarget } from '../record-target.ts'
import { useRecord } from '../use-records.ts'
import { currencyOf } from './print-value.ts'

interface AmountFieldProps {
  name: string
  label: string
  hint: string | undefined
  required: boolean
  target: RecordTarget
  field: MoneyDeclaration
  /** the record that is changed; undefined for a new one */
  record: AnyRecord | undefined
}

/** An amount in the currency that the form names, that of a record it refers to, or the tenant's. */
export function AmountField({ target, field, record, ...frame }: AmountFieldProps) {
  const { currency } = useFormatSettings()
  const values = useWatch<Record<string, unknown>>()
  const source = useCurrencySource({ target, field, record }, values)
  return <MoneyField {...frame} currency={currencyOf(field, source, currency)} />
}

/** The values that tell the currency: the form's, the stored ones, or those of the record that was chosen. */
function useCurrencySource(
  { target, field, record }: Pick<AmountFieldProps, 'target' | 'field' | 'record'>,
  values: Record<string, unknown>,
): Record<string, unknown> {
  const { currencyFrom } = field
  const { modules } = useModuleAccess()
  const reference = currencyFrom === null ? undefined : target.resource.fields[currencyFrom]
  const chosen = currencyFrom === null ? undefined : values[currencyFrom]
  const isStored = record !== undefined && currencyFrom !== null && record[currencyFrom] === chosen
  const resource =
    reference?.kind === 'reference'
      ? modules
          .find(({ id }) => id === target.moduleId)
          ?.resources.find((candidate) => candidate.name === reference.to)
      : undefined
  const isAsked = resource !== undefined && !isStored && typeof chosen === 'string' && chosen !== ''
  const referred = useRecord(
    { moduleId: target.moduleId, resource: resource ?? target.resource },
    isAsked ? chosen : undefined,
  )
  if (isStored) return record
  return isAsked ? (referred.data ?? {}) : values
}
