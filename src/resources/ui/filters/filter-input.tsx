'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { assertNever } from '#src/shared/assert-never.ts'
import { DateField } from '#src/ui/form/date-field.tsx'
import { DateTimeField } from '#src/ui/form/date-time-field.tsx'
import { MoneyField } from '#src/ui/form/money-field.tsx'
import { MultiCheckField } from '#src/ui/form/multi-check-field.tsx'
import { NumberField } from '#src/ui/form/number-field.tsx'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import type { AnyField } from '../../fields/any-field.ts'
import { CurrencyField } from '../fields/currency-field.tsx'
import { MemberField } from '../fields/member-field.tsx'
import { shortUnit } from '../fields/print-value.ts'
import { RecordReferenceField } from '../fields/record-reference-field.tsx'
import { inSentence } from '../../fields/field.ts'

interface FilterInputProps {
  moduleId: string
  name: string
  field: AnyField
}

const Pair = chakra('div', {
  base: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '3', alignItems: 'end' },
})

/** The input that narrows a list by a field, after the style of its filter. */
export function FilterInput({ moduleId, name, field }: FilterInputProps) {
  const frame = { name, label: field.label }
  switch (field.kind) {
    case 'select':
      return <MultiCheckField {...frame} options={field.options} columns={2} />
    case 'boolean':
      return <SelectField {...frame} options={yesOrNo} placeholder="Either" />
    case 'reference':
      return <RecordReferenceField {...frame} moduleId={moduleId} to={field.to} />
    case 'currency':
      return <CurrencyField {...frame} />
    case 'integer':
    case 'decimal':
    case 'money':
    case 'date':
    case 'date-time':
      return (
        <Pair>
          <RangeEnd name={`${name}From`} label={`${field.label} from`} field={field} />
          <RangeEnd name={`${name}To`} label={`${field.label} to`} field={field} />
        </Pair>
      )
    case 'tags':
      return <TextField {...frame} label={`Has ${inSentence(field.label)}`} type="search" />
    case 'text':
    case 'long-text':
    case 'email':
    case 'phone':
      return <TextField {...frame} label={`${field.label} contains`} type="search" />
    case 'member':
      return <MemberField {...frame} />
    case 'availability':
    case 'file':
      return null
    default:
      return assertNever(field)
  }
}

const yesOrNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
]

type RangeField = Extract<AnyField, { kind: 'integer' | 'decimal' | 'money' | 'date' | 'date-time' }>

function RangeEnd({ field, ...frame }: { name: string; label: string; field: RangeField }) {
  switch (field.kind) {
    case 'money':
      return <MoneyField {...frame} />
    case 'date':
      return <DateField {...frame} min={field.earliest} max={field.latest} />
    case 'date-time':
      return <DateTimeField {...frame} hint="" />
    case 'integer':
    case 'decimal':
      return (
        <NumberField
          {...frame}
          integer={field.kind === 'integer'}
          {...(field.unit === null ? {} : { unit: shortUnit(field.unit) })}
        />
      )
    default:
      return assertNever(field)
  }
}
