'use client'

import type { FieldPath, FieldValues } from 'react-hook-form'
import type { TenantRole } from '#src/auth/identity.ts'
import { RadioCardsField } from '#src/ui/form/radio-cards-field.tsx'
import { listGivableRoles } from '../role-ranks.ts'
import { roleTexts } from '../role-texts.ts'

interface RoleFieldProps<TValues extends FieldValues> {
  name: FieldPath<TValues>
  /** the role of whoever chooses: they give none above it */
  own: TenantRole
  hint?: string | undefined
}

/** One role of those that somebody may give, each with what it is for. */
export function RoleField<TValues extends FieldValues>({ name, own, hint }: RoleFieldProps<TValues>) {
  return (
    <RadioCardsField<TValues>
      name={name}
      label="Role"
      required
      columns={1}
      {...(hint === undefined ? {} : { hint })}
      options={listGivableRoles(own).map((role) => ({
        value: role,
        label: roleTexts[role].title,
        description: roleTexts[role].purpose,
      }))}
    />
  )
}
