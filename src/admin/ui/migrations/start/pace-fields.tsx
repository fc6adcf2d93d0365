import { chakra } from '@chakra-ui/react/styled-system'
import { NumberField } from '#src/ui/form/number-field.tsx'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { FormGroup } from '../../tenants/new-tenant/form-group.tsx'
import type { RolloutForm } from './rollout-form.ts'

const Pair = chakra('div', {
  base: { display: 'grid', gap: '4', gridTemplateColumns: { base: '1fr', sm: 'repeat(2, minmax(0, 1fr))' } },
})
const units = [
  { value: 'tenants', label: 'tenants' },
  { value: 'percent', label: '% of the tenants' },
]

/** How hard it works, what it puts up with, and how long anything may take. */
export function PaceFields() {
  return (
    <FormGroup title="Pace and limits">
      <NumberField<RolloutForm>
        name="concurrency"
        label="Tenants at a time"
        integer
        hint="Over all processes. More is quicker, and leaves less of the database to people."
      />
      <Pair>
        <NumberField<RolloutForm>
          name="budget"
          label="Error budget"
          hint="It goes on with so many failures; one more stops it."
        />
        <SelectField<RolloutForm> name="budgetUnit" label="Counted in" options={units} />
      </Pair>
      <Pair>
        <NumberField<RolloutForm>
          name="lockTimeoutMs"
          label="Longest wait for a lock"
          integer
          unit="ms"
          hint="People wait behind it. Then the tenant is tried again."
        />
        <NumberField<RolloutForm>
          name="statementTimeoutMs"
          label="Longest statement"
          integer
          unit="ms"
          hint="Then the tenant has failed."
        />
      </Pair>
    </FormGroup>
  )
}
