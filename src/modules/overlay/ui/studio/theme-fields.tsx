'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useFormContext, useWatch } from 'react-hook-form'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { SwitchField } from '#src/ui/form/switch-field.tsx'
import { overlayTheme } from '../../scene/theme.ts'
import { ColourField } from './colour-field.tsx'
import { judgeContrast } from './judge-contrast.ts'
import type { LookForm } from './look.ts'
import { RangeField } from './range-field.tsx'
import { themePresets } from './theme-presets.ts'

const fonts = [
  { value: 'sans', label: 'Plain' },
  { value: 'rounded', label: 'Rounded' },
  { value: 'serif', label: 'Serif' },
  { value: 'mono', label: 'Typewriter' },
]
const Grid = chakra('div', {
  base: { display: 'grid', gap: '4', gridTemplateColumns: { base: '1fr', sm: 'repeat(2, minmax(0, 1fr))' } },
})

/** Colours, letters and corners. */
export function ThemeFields() {
  return (
    <chakra.div display="grid" gap="5">
      <Presets />
      <Grid>
        <ColourField<LookForm> name="theme.accent" label="Accent" />
        <ColourField<LookForm> name="theme.text" label="Text" />
        <ColourField<LookForm> name="theme.panel" label="Panel" />
        <RangeField<LookForm>
          name="theme.panelOpacity"
          label="Strength of the panel"
          min={0}
          max={100}
          step={2}
          unit="%"
        />
        <SelectField<LookForm> name="theme.font" label="Letters" options={fonts} />
        <RangeField<LookForm> name="theme.cornerRadius" label="Round corners" min={0} max={40} unit="px" />
      </Grid>
      <SwitchField<LookForm>
        name="theme.outline"
        label="Dark edge around letters"
        hint="For text without a panel."
      />
      <ContrastHint />
    </chakra.div>
  )
}

function Presets() {
  const { setValue } = useFormContext<LookForm>()
  return (
    <chakra.div role="group" aria-label="Looks to begin with" display="flex" flexWrap="wrap" gap="2">
      {themePresets.map(({ value, label, theme }) => (
        <Button
          key={value}
          type="button"
          size="sm"
          variant="outline"
          onClick={() => setValue('theme', theme, { shouldDirty: true, shouldValidate: true })}
        >
          <chakra.span
            aria-hidden
            boxSize="3.5"
            borderRadius="full"
            borderWidth="3px"
            style={{ borderColor: theme.accent, background: theme.panel }}
          />
          {label}
        </Button>
      ))}
    </chakra.div>
  )
}

const marks = {
  good: { icon: CircleCheck, colour: 'fg.success' },
  enough: { icon: CircleAlert, colour: 'fg.warning' },
  poor: { icon: TriangleAlert, colour: 'fg.error' },
} as const

/** How well the chosen colours can be read, as they are chosen. */
function ContrastHint() {
  const { control } = useFormContext<LookForm>()
  const theme = overlayTheme.safeParse(useWatch({ control, name: 'theme' }))
  if (!theme.success) return null
  const { level, ratio, sentence } = judgeContrast(theme.data)
  const { icon: Icon, colour } = marks[level]
  return (
    <chakra.p role="status" display="flex" gap="2" textStyle="sm" color={colour}>
      <chakra.span flexShrink="0" mt="0.5">
        <Icon size={16} aria-hidden />
      </chakra.span>
      <span>
        {sentence}{' '}
        <chakra.span color="fg.muted" fontVariantNumeric="tabular-nums">
          Contrast {ratio} : 1
        </chakra.span>
      </span>
    </chakra.p>
  )
}
