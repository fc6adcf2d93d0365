'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useFormContext, useWatch } from 'react-hook-form'
import { RadioCardsField } from '#src/ui/form/radio-cards-field.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import type { SignUpOptions } from '../../sign-up.ts'
import { suggestedServices, type Answers } from './answers.ts'
import { IndustryIcon } from './industry-icon.tsx'

const Optional = chakra('details', {
  base: {
    borderTopWidth: '1px',
    pt: '2',
    '& > summary': {
      minH: { base: '11', sm: '9' },
      display: 'inline-flex',
      alignItems: 'center',
      gap: '2',
      cursor: 'button',
      color: 'accent.fg',
      fontWeight: 'medium',
      borderRadius: 'sm',
      focusVisibleRing: 'outside',
      listStyle: 'none',
      _hover: { textDecoration: 'underline', textUnderlineOffset: '3px' },
      _before: { content: '"+"', width: '3', fontWeight: 'normal' },
    },
    '&[open] > summary::before': { content: '"−"' },
  },
})
const Pair = chakra('div', {
  base: { display: 'grid', gap: '4', gridTemplateColumns: { base: '1fr', sm: '1fr 1fr' } },
})

/** First screen: name, industry, phone, and the address for those who like to give it now. */
export function BusinessStep({ options }: { options: SignUpOptions }) {
  const { setValue, control, formState } = useFormContext<Answers>()
  const address = useWatch({ control, name: 'business.address' })
  const hasAddress = Object.values(address).some(Boolean) || formState.errors.business?.address !== undefined

  return (
    <>
      <TextField<Answers>
        name="business.name"
        label="Business name"
        autoComplete="organization"
        autoCapitalize="words"
        required
      />
      <RadioCardsField<Answers>
        name="business.industry"
        label="Industry"
        required
        onValueChange={(industry) => setValue('preferences.services', suggestedServices(options, industry))}
        options={options.industries.map((industry) => ({
          value: industry.id,
          label: industry.title,
          description: industry.description,
          icon: <IndustryIcon industry={industry.id} />,
        }))}
      />
      <TextField<Answers>
        name="business.phone"
        label="Phone (optional)"
        type="tel"
        autoComplete="tel"
        inputMode="tel"
      />
      <Optional open={hasAddress || undefined}>
        <summary>Postal address (optional)</summary>
        <chakra.div display="grid" gap="4" pt="3">
          <TextField<Answers> name="business.address.street" label="Street" autoComplete="street-address" />
          <Pair>
            <TextField<Answers>
              name="business.address.postalCode"
              label="Postal code"
              autoComplete="postal-code"
            />
            <TextField<Answers> name="business.address.city" label="City" autoComplete="address-level2" />
          </Pair>
          <Pair>
            <TextField<Answers>
              name="business.address.state"
              label="State or region"
              autoComplete="address-level1"
            />
            <TextField<Answers> name="business.address.country" label="Country" autoComplete="country-name" />
          </Pair>
        </chakra.div>
      </Optional>
    </>
  )
}
