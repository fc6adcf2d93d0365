import { TextField } from '#src/ui/form/text-field.tsx'
import { FormGroup } from './form-group.tsx'
import type { NewTenantValues } from './new-tenant-form.tsx'

/** Who gets the workspace. */
export function OwnerFields() {
  return (
    <FormGroup title="Owner">
      <TextField<NewTenantValues>
        name="owner.fullName"
        label="Full name"
        autoComplete="off"
        autoCapitalize="words"
        required
      />
      <TextField<NewTenantValues>
        name="owner.email"
        label="E-mail"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
    </FormGroup>
  )
}
