'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Copy } from 'lucide-react'
import { useFormContext, useWatch } from 'react-hook-form'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { weekdays, type WeeklyHours } from '../../fields/availability.ts'
import { AvailabilityDay } from './availability-day.tsx'
import { copyToWorkdays, isSameOnWorkdays } from './edit-hours.ts'

interface AvailabilityFieldProps {
  name: string
  label: string
  hint?: string | undefined
}

const Frame = chakra('fieldset', { base: { display: 'grid', gap: '1', minW: '0' } })
const Legend = chakra('legend', { base: { textStyle: 'label', mb: '1' } })

/** The hours of a usual week: spans by day, typed or picked, with Monday's copied to the other workdays at once. */
export function AvailabilityField({ name, label, hint }: AvailabilityFieldProps) {
  const { setValue } = useFormContext()
  const hours = (useWatch({ name }) ?? {}) as WeeklyHours
  const canCopy = (hours.monday?.length ?? 0) > 0 && !isSameOnWorkdays(hours)
  return (
    <Frame>
      <Legend>{label}</Legend>
      {weekdays.map((day) => (
        <AvailabilityDay key={day} name={`${name}.${day}`} day={day} label={label} />
      ))}
      <chakra.div minH={{ base: '11', sm: '8' }}>
        {canCopy && (
          <Button
            type="button"
            variant="ghost"
            size="xs"
            ms="-2"
            onClick={() => {
              setValue(name, copyToWorkdays(hours), { shouldDirty: true, shouldValidate: true })
              announce('Monday’s hours copied to Tuesday, Wednesday, Thursday and Friday')
            }}
          >
            <Copy />
            Copy Monday to Tuesday–Friday
          </Button>
        )}
      </chakra.div>
      {hint && (
        <chakra.p color="fg.muted" textStyle="sm">
          {hint}
        </chakra.p>
      )}
    </Frame>
  )
}
