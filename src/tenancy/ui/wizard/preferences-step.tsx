'use client'

import { useMemo } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { MultiCheckField } from '#src/ui/form/multi-check-field.tsx'
import { RadioCardsField } from '#src/ui/form/radio-cards-field.tsx'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { chakra } from '@chakra-ui/react/styled-system'
import type { SignUpOptions } from '../../sign-up.ts'
import { servicesOfIndustry, type Answers } from './answers.ts'
import { listCurrencies, listTimezones } from '../preference-choices.ts'
import { useOfferedModules } from './use-offered-modules.ts'
import { describeModuleRoom, describePlan, planOffers } from './plan-offers.ts'

const Pair = chakra('div', {
  base: { display: 'grid', gap: '4', gridTemplateColumns: { base: '1fr', sm: '1fr 1fr' } },
})

/** Fourth screen: where and how the business works, and what its workspace starts with. */
export function PreferencesStep({ options }: { options: SignUpOptions }) {
  const { control } = useFormContext<Answers>()
  const industry = useWatch({ control, name: 'business.industry' })
  const timezone = useWatch({ control, name: 'preferences.timezone' })
  const plan = useWatch({ control, name: 'preferences.plan' })
  const timezones = useMemo(() => listTimezones(timezone), [timezone])
  const currencies = useMemo(() => listCurrencies(), [])
  const modules = useOfferedModules(options)
  const services = servicesOfIndustry(options, industry)

  return (
    <>
      <Pair>
        <SelectField<Answers>
          name="preferences.timezone"
          label="Timezone"
          options={timezones}
          hint="Times and days are shown in it."
        />
        <SelectField<Answers>
          name="preferences.currency"
          label="Currency"
          options={currencies}
          hint="Prices are kept in it."
        />
      </Pair>
      <RadioCardsField<Answers>
        name="preferences.plan"
        label="Plan"
        hint="Every workspace starts as a trial; nothing is charged."
        options={planOffers.map(({ id, title, description }) => ({
          value: id,
          label: title,
          description: `${description} ${describePlan(id)}`,
        }))}
      />
      {modules.length > 0 && (
        <MultiCheckField<Answers>
          name="preferences.modules"
          label="More modules"
          hint={describeModuleRoom(plan)}
          options={modules.map(({ id, title, description }) => ({ value: id, label: title, description }))}
        />
      )}
      {services.length > 0 && (
        <MultiCheckField<Answers>
          name="preferences.services"
          label="Services to start with"
          hint="A first price list in your currency, so that the workspace is not empty. Change each one later."
          options={services.map(({ key, title, detail }) => ({ value: key, label: title, aside: detail }))}
        />
      )}
    </>
  )
}
