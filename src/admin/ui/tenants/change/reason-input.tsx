'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ControlInput } from '#src/ui/form/control.tsx'

interface ReasonInputProps {
  value: string
  onChange: (reason: string) => void
  hint: string
}

/** Why something is done, in a few words. */
export function ReasonInput({ value, onChange, hint }: ReasonInputProps) {
  return (
    <chakra.label display="grid" gap="1.5">
      <chakra.span fontWeight="medium">Reason</chakra.span>
      <ControlInput
        data-autofocus
        required
        maxLength={300}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <chakra.span color="fg.muted" textStyle="sm">
        {hint}
      </chakra.span>
    </chakra.label>
  )
}
