'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronDown } from 'lucide-react'
import { ControlGroup, ControlSelect } from '#src/ui/form/control.tsx'

interface PropertySelectProps {
  properties: readonly { id: string; name: string }[]
  /** '' for all */
  chosen: string
  onChoose: (id: string) => void
  /** a screen too narrow for all of them leaves that choice out */
  withAll: boolean
}

/** Which property is shown. */
export function PropertySelect({ properties, chosen, onChoose, withAll }: PropertySelectProps) {
  return (
    <chakra.label display="grid" w={{ base: '100%', sm: '60' }}>
      <chakra.span srOnly>Property</chakra.span>
      <ControlGroup end={<ChevronDown size={16} aria-hidden />}>
        <ControlSelect value={chosen} pe="9" onChange={(event) => onChoose(event.target.value)}>
          {withAll && <option value="">All properties</option>}
          {properties.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </ControlSelect>
      </ControlGroup>
    </chakra.label>
  )
}
