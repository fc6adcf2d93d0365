'use client'

import { FileField } from '#src/files/ui/file-field.tsx'
import { assertNever } from '#src/shared/assert-never.ts'
import { DateField } from '#src/ui/form/date-field.tsx'
import { DateTimeField } from '#src/ui/form/date-time-field.tsx'
import { NumberField } from '#src/ui/form/number-field.tsx'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { SwitchField } from '#src/ui/form/switch-field.tsx'
import { TagsField } from '#src/ui/form/tags-field.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { TextareaField } from '#src/ui/form/textarea-field.tsx'
import type { AnyField } from '../../fields/any-field.ts'
import type { SelectField as SelectDeclaration } from '../../fields/select.ts'
import { nextStatuses } from '../../status-machine.ts'
import type { AnyRecord } from '../../procedure-path.ts'
import type { RecordTarget } from '../record-target.ts'
import { AmountField } from './amount-field.tsx'
import { AvailabilityField } from './availability-field.tsx'
import { CurrencyField } from './currency-field.tsx'
import { MemberField } from './member-field.tsx'
import { uploadAddress } from './file-address.ts'
import { shortUnit } from './print-value.ts'
import { RecordReferenceField } from './record-reference-field.tsx'

interface FieldInputProps {
  target: RecordTarget
  name: string
  field: AnyField
  /** the record that is changed; undefined for a new one */
  record?: AnyRecord | undefined
}

/** The input that belongs to a field's kind, bound to the form of the `FormProvider` above. */
export function FieldInput({ target, name, field, record }: FieldInputProps) {
  const frame = {
    name,
    label: field.label,
    hint: field.hint ?? undefined,
    required: field.presence === 'required',
  }
  switch (field.kind) {
    case 'text':
      return <TextField {...frame} maxLength={field.max} autoComplete="off" />
    case 'email':
      return <TextField {...frame} type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
    case 'phone':
      return <TextField {...frame} type="tel" autoComplete="off" />
    case 'long-text':
      return <TextareaField {...frame} maxLength={field.max} />
    case 'integer':
      return <NumberField {...frame} integer {...unitOf(field.unit)} />
    case 'decimal':
      return <NumberField {...frame} {...unitOf(field.unit)} />
    case 'money':
      return <AmountField {...frame} target={target} field={field} record={record} />
    case 'boolean':
      return field.presence === 'defaulted' ? (
        <SwitchField {...frame} />
      ) : (
        <SelectField {...frame} placeholder={placeholderOf(field)} options={yesOrNo} />
      )
    case 'date':
      return <DateField {...frame} min={field.earliest} max={field.past ? today() : field.latest} />
    case 'date-time':
      return <DateTimeField {...frame} />
    case 'select':
      return (
        <SelectField
          {...frame}
          options={optionsOf(field, record?.[name])}
          {...(field.presence === 'defaulted' ? {} : { placeholder: placeholderOf(field) })}
        />
      )
    case 'currency':
      return <CurrencyField {...frame} required={field.presence !== 'optional'} />
    case 'tags':
      return <TagsField {...frame} max={field.max} />
    case 'availability':
      return <AvailabilityField {...frame} />
    case 'file':
      return <FileField {...frame} url={uploadAddress(target.resource, name)} rules={field} />
    case 'reference':
      return <RecordReferenceField {...frame} moduleId={target.moduleId} to={field.to} />
    case 'member':
      return <MemberField {...frame} />
    default:
      return assertNever(field)
  }
}

const yesOrNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
]

/** A status offers itself and where it may go from there. */
function optionsOf({ options, machine }: SelectDeclaration, stored: unknown): SelectDeclaration['options'] {
  if (!machine) return options
  const current = typeof stored === 'string' ? stored : null
  const next = nextStatuses(machine, current)
  return options.filter(({ value }) => value === current || next.includes(value))
}

function placeholderOf(field: AnyField): string {
  return field.presence === 'required' ? 'Choose' : 'None'
}

function unitOf(unit: string | null): { unit?: string } {
  return unit === null ? {} : { unit: shortUnit(unit) }
}

/** Where the day begins first it may already be tomorrow; the server knows, the picker need not. */
function today(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)
}
