import type { AvailabilityField } from './availability.ts'
import type { BooleanField } from './boolean.ts'
import type { CurrencyField } from './currency.ts'
import type { DateField } from './date.ts'
import type { DateTimeField } from './date-time.ts'
import type { DecimalField } from './decimal.ts'
import type { EmailField } from './email.ts'
import type { FileField } from './file.ts'
import type { IntegerField } from './integer.ts'
import type { LongTextField } from './long-text.ts'
import type { MemberField } from './member.ts'
import type { MoneyField } from './money.ts'
import type { PhoneField } from './phone.ts'
import type { ReferenceField } from './reference.ts'
import type { SelectField } from './select.ts'
import type { TagsField } from './tags.ts'
import type { TextField } from './text.ts'

/** Every kind there is; `kind` tells them apart. */
export type AnyField =
  | AvailabilityField
  | BooleanField
  | CurrencyField
  | DateField
  | DateTimeField
  | DecimalField
  | EmailField
  | FileField
  | IntegerField
  | LongTextField
  | MemberField
  | MoneyField
  | PhoneField
  | ReferenceField
  | SelectField
  | TagsField
  | TextField

export type FieldKind = AnyField['kind']
/** The fields of a resource by name, in the order people see them. */
export type Fields = Record<string, AnyField>
