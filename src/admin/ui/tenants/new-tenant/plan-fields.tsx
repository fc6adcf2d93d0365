'use client'

import { useMemo } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { planTitles } from '#src/tenancy/plans.ts'
import type { SignUpOptions } from '#src/tenancy/sign-up.ts'
import { plans } from '#src/tenancy/tenant.ts'
import { listCurrencies, listTimezones } from '#src/tenancy/ui/preference-choices.ts'
import { describePlan } from '#src/tenancy/ui/wizard/plan-offers.ts'
import { MultiCheckField } from '#src/ui/form/multi-check-field.tsx'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { FormGroup } from './form-group.tsx'
import type { NewTenantValues } from './new-tenant-form.tsx'

/** What the workspace has room for and begins with, and where it is. */
export function PlanFields({ options }: { options: SignUpOptions }) {
  const { control } = useFormContext<NewTenantValues>()
  const industry = useWatch({ control, name: 'business.industry' })
  const chosen = useWatch({ control, name: 'preferences.plan' })
  const timezone = useWatch({ control, name: 'preferences.timezone' })
  const timezones = useMemo(() => listTimezones(timezone ?? ''), [timezone])
  const currencies = useMemo(() => listCurrencies(), [])
  const plan = plans.find((name) => name === chosen)
  // The module of the industry comes by itself.
  const own = options.industries.find(({ id }) => id === industry)?.module
  const others = options.modules.filter(({ id }) => id !== own)

  return (
    <FormGroup title="Workspace">
      <SelectField<NewTenantValues>
        name="preferences.plan"
        label="Plan"
        hint={plan && describePlan(plan)}
        options={plans.map((name) => ({ value: name, label: planTitles[name] }))}
      />
      <MultiCheckField<NewTenantValues>
        name="preferences.modules"
        label="More modules"
        hint="That of the industry comes by itself."
        options={others.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectField<NewTenantValues> name="preferences.timezone" label="Timezone" options={timezones} />
      <SelectField<NewTenantValues> name="preferences.currency" label="Currency" options={currencies} />
    </FormGroup>
  )
}
