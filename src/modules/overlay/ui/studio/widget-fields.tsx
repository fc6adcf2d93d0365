'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useFormContext, useWatch } from 'react-hook-form'
import { NumberField } from '#src/ui/form/number-field.tsx'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { SwitchField } from '#src/ui/form/switch-field.tsx'
import type { OverlayWidgetKind } from '../../scene/layout.ts'
import { widgetKinds, type LookForm } from './look.ts'
import { PlaceField } from './place-field.tsx'

const names: Record<OverlayWidgetKind, { label: string; hint: string }> = {
  goals: { label: 'Goals', hint: 'What you collect for, and how far it is.' },
  tips: { label: 'Latest tips', hint: 'Each new one slides in.' },
  leaderboard: { label: 'Leaderboard', hint: 'Viewers with most points.' },
  ticker: { label: 'Announcements', hint: 'Short texts, one after the other.' },
}
const sizes = [
  { value: '75', label: 'Small' },
  { value: '100', label: 'Usual' },
  { value: '125', label: 'Large' },
  { value: '150', label: 'Very large' },
]
const periods = [
  { value: 'in-turn', label: 'Today and all time in turn' },
  { value: 'daily', label: 'Today' },
  { value: 'all-time', label: 'All time' },
]

const Widget = chakra('div', { base: { py: '4', _notFirst: { borderTopWidth: '1px' } } })
const Choices = chakra('div', {
  base: {
    display: 'grid',
    gap: '4',
    mt: '4',
    alignItems: 'start',
    gridTemplateColumns: { base: '1fr', sm: 'repeat(2, minmax(0, 1fr))' },
  },
})

/** Which widgets are shown, where, and how. */
export function WidgetFields() {
  const { control } = useFormContext<LookForm>()
  const form = useWatch({ control })
  return (
    <div>
      {widgetKinds.map((kind) => (
        <Widget key={kind}>
          <SwitchField<LookForm> name={`${kind}.shown`} {...names[kind]} />
          {form[kind]?.shown && (
            <Choices role="group" aria-label={names[kind].label}>
              <PlaceField<LookForm> name={`${kind}.place`} label="Place" />
              <chakra.div display="grid" gap="4">
                <SelectField<LookForm> name={`${kind}.size`} label="Size" options={sizes} />
                <OwnChoices kind={kind} />
              </chakra.div>
            </Choices>
          )}
        </Widget>
      ))}
    </div>
  )
}

function OwnChoices({ kind }: { kind: OverlayWidgetKind }) {
  switch (kind) {
    case 'goals':
      return <NumberField<LookForm> name="goals.rows" label="Shown at once" integer />
    case 'tips':
      return (
        <>
          <NumberField<LookForm> name="tips.rows" label="Shown at once" integer />
          <NumberField<LookForm>
            name="tips.seconds"
            label="Each stays for"
            hint="0 until newer ones push it out."
            unit="s"
            integer
          />
        </>
      )
    case 'leaderboard':
      return (
        <>
          <SelectField<LookForm> name="leaderboard.period" label="Points of" options={periods} />
          <NumberField<LookForm> name="leaderboard.rows" label="Viewers" integer />
        </>
      )
    case 'ticker':
      return <NumberField<LookForm> name="ticker.seconds" label="Each stays for" unit="s" integer />
  }
}
