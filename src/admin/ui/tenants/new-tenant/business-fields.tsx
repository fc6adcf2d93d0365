'use client'

import { useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { SignUpOptions } from '#src/tenancy/sign-up.ts'
import { suggestSubdomain } from '#src/tenancy/subdomain.ts'
import { SubdomainState } from '#src/tenancy/ui/wizard/subdomain-state.tsx'
import { useSubdomainCheck } from '#src/tenancy/ui/wizard/use-subdomain-check.ts'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { FormGroup } from './form-group.tsx'
import type { NewTenantValues } from './new-tenant-form.tsx'

/** Who the tenant is, and its address, checked while it is typed. */
export function BusinessFields({ options }: { options: SignUpOptions }) {
  const { control, setValue, getValues, setFocus, formState } = useFormContext<NewTenantValues>()
  const subdomain = useWatch({ control, name: 'subdomain' })
  const { state } = useSubdomainCheck(subdomain, '')
  /** An address that was proposed follows the name; one that was typed stays. */
  const proposed = useRef('')

  function propose(name: string): void {
    if (getValues('subdomain') !== proposed.current) return
    proposed.current = suggestSubdomain(name)
    setValue('subdomain', proposed.current, { shouldDirty: true })
  }

  const alternatives = state.kind === 'known' && !state.result.available ? state.result.alternatives : []
  return (
    <FormGroup title="Business">
      <TextField<NewTenantValues>
        name="business.name"
        label="Name"
        autoComplete="off"
        autoFocus
        required
        onValueChange={propose}
      />
      <SelectField<NewTenantValues>
        name="business.industry"
        label="Industry"
        placeholder="Choose"
        required
        options={options.industries.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextField<NewTenantValues>
        name="subdomain"
        label="Address"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="url"
        suffix={`.${options.domain}`}
        transform={(typed) => typed.toLowerCase().replace(/[\s_]+/g, '-')}
        required
      />
      <SubdomainState
        name={subdomain}
        domain={options.domain}
        state={state}
        quiet={formState.errors.subdomain !== undefined}
        alternatives={alternatives}
        onChoose={(alternative) => {
          setValue('subdomain', alternative, { shouldDirty: true, shouldValidate: true })
          setFocus('subdomain')
        }}
      />
    </FormGroup>
  )
}
