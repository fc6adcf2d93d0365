'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { rolloutTenantStates } from '#src/provisioning/rollout.ts'
import { ControlInput } from '#src/ui/form/control.tsx'
import { Segments } from '#src/ui/form/segments.tsx'

const states = [
  { value: '', label: 'All' },
  { value: 'failed', label: 'Failed' },
  { value: 'pending', label: 'Pending' },
  { value: 'succeeded', label: 'Succeeded' },
  { value: 'skipped', label: 'Skipped' },
] as const satisfies readonly { value: '' | (typeof rolloutTenantStates)[number]; label: string }[]

interface RolloutTenantFiltersProps {
  filters: Readonly<Record<string, string>>
  lastWave: number
  onChange: (filters: Record<string, string>) => void
}

/** Tenants by how it went, and by their wave. */
export function RolloutTenantFilters({ filters, lastWave, onChange }: RolloutTenantFiltersProps) {
  const { state = '', wave = '' } = filters
  const change = (part: { state?: string; wave?: string }) =>
    onChange(Object.fromEntries(Object.entries({ state, wave, ...part }).filter(([, value]) => value !== '')))
  return (
    <>
      <chakra.div overflowX="auto" maxW="100%">
        <Segments
          label="State"
          options={states}
          value={states.find(({ value }) => value === state)?.value ?? ''}
          onChange={(next) => change({ state: next })}
        />
      </chakra.div>
      {lastWave > 0 && (
        <chakra.label display="inline-flex" alignItems="center" gap="2" textStyle="sm" color="fg.muted">
          Wave
          <ControlInput
            size="sm"
            w="16"
            inputMode="numeric"
            placeholder="All"
            title={`0 are the canaries, ${lastWave} is the last one`}
            value={wave}
            onChange={(event) => change({ wave: event.target.value.replace(/\D/g, '').slice(0, 6) })}
          />
        </chakra.label>
      )}
    </>
  )
}
