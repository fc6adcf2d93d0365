'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useMemo } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { ComboboxField } from '#src/ui/form/combobox-field.tsx'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { languageChoices } from '../../language.ts'
import type { TenantSettings } from '../../tenant-settings.ts'
import { listCurrencies, listTimezones } from '../preference-choices.ts'

const Pair = chakra('div', {
  base: { display: 'grid', gap: '4', gridTemplateColumns: { base: '1fr', sm: '1fr 1fr' } },
})
const Group = chakra('fieldset', {
  base: { display: 'grid', gap: '4', minW: '0', '& > legend': { fontWeight: 'semibold', mb: '3' } },
})

/** The fields of a workspace's settings. */
export function WorkspaceFields({ readOnly }: { readOnly: boolean }) {
  const { control } = useFormContext<TenantSettings>()
  const timezone = useWatch({ control, name: 'timezone' })
  const currency = useWatch({ control, name: 'currency' })
  const timezones = useMemo(
    () => listTimezones(timezone).map(({ value, label }) => ({ id: value, label })),
    [timezone],
  )
  const currencies = useMemo(() => listCurrencies(currency), [currency])
  return (
    <>
      <TextField<TenantSettings>
        name="businessName"
        label="Business name"
        autoComplete="organization"
        readOnly={readOnly}
        required
      />
      <TextField<TenantSettings>
        name="phone"
        label="Phone (optional)"
        type="tel"
        autoComplete="tel"
        inputMode="tel"
        readOnly={readOnly}
      />
      <Group>
        <legend>Postal address (optional)</legend>
        <TextField<TenantSettings>
          name="address.street"
          label="Street"
          autoComplete="street-address"
          readOnly={readOnly}
        />
        <Pair>
          <TextField<TenantSettings>
            name="address.postalCode"
            label="Postal code"
            autoComplete="postal-code"
            readOnly={readOnly}
          />
          <TextField<TenantSettings>
            name="address.city"
            label="City"
            autoComplete="address-level2"
            readOnly={readOnly}
          />
        </Pair>
        <Pair>
          <TextField<TenantSettings>
            name="address.state"
            label="State or region"
            autoComplete="address-level1"
            readOnly={readOnly}
          />
          <TextField<TenantSettings>
            name="address.country"
            label="Country"
            autoComplete="country-name"
            readOnly={readOnly}
          />
        </Pair>
      </Group>
      <Group>
        <legend>Time, money and language</legend>
        <Pair>
          <ComboboxField<TenantSettings>
            name="timezone"
            label="Timezone"
            options={timezones}
            hint="Times and days are shown in it."
            readOnly={readOnly}
            required
          />
          <SelectField<TenantSettings>
            name="currency"
            label="Currency"
            options={currencies}
            hint="Prices are kept in it. A change converts nothing."
            readOnly={readOnly}
            required
          />
        </Pair>
        <SelectField<TenantSettings>
          name="language"
          label="Language"
          options={languageChoices}
          hint="What you write in. Search finds other forms of a word in it."
          readOnly={readOnly}
          required
        />
      </Group>
    </>
  )
}
