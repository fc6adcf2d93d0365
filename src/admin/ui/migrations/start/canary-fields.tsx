'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useFormContext, useWatch } from 'react-hook-form'
import { NumberField } from '#src/ui/form/number-field.tsx'
import { RadioCardsField } from '#src/ui/form/radio-cards-field.tsx'
import { FormGroup } from '../../tenants/new-tenant/form-group.tsx'
import { sayCourse, type RolloutForm } from './rollout-form.ts'
import { TenantsField } from './tenants-field.tsx'

/** Who goes first. One failure there stops it, with everybody else untouched. */
export function CanaryFields({ behind }: { behind: number }) {
  const { control } = useFormContext<RolloutForm>()
  const [first, percent, tenantIds, waveSize] = useWatch({
    control,
    name: ['first', 'percent', 'tenantIds', 'waveSize'],
  })
  const course = sayCourse({ first, percent, tenantIds, waveSize }, behind)
  return (
    <FormGroup title="Canaries">
      <RadioCardsField<RolloutForm>
        name="first"
        label="Who goes first"
        hint="One failure among them stops it, and nobody else is touched."
        options={[
          { value: 'share', label: 'A share', description: 'Old and young tenants, evenly picked' },
          { value: 'named', label: 'Named ones', description: 'Such as your own, or a test tenant' },
        ]}
      />
      {first === 'share' ? (
        <NumberField<RolloutForm>
          name="percent"
          label="Share of the tenants"
          unit="%"
          hint="At least one goes."
        />
      ) : (
        <TenantsField />
      )}
      <NumberField<RolloutForm>
        name="waveSize"
        label="Tenants in each wave behind them"
        integer
        hint="A wave begins when the one before has ended."
      />
      {course && (
        <chakra.p color="fg.muted" role="status">
          {course}
        </chakra.p>
      )}
    </FormGroup>
  )
}
