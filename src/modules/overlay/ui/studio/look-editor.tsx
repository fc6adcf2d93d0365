'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { zodResolver } from '@hookform/resolvers/zod'
import { useState, type ReactNode } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { callErrorOf, type CallError } from '#src/trpc/ui/client.ts'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { FormErrorSummary } from '#src/ui/form/form-error-summary.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { useUnsavedChangesWarning } from '#src/ui/form/use-unsaved-changes-warning.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { OverlayLayout } from '../../scene/layout.ts'
import type { OverlayScene } from '../../scene/scene.ts'
import type { OverlayTheme } from '../../scene/theme.ts'
import { lookForm, orderOf, toLayout, toLookForm, type LookForm } from './look.ts'
import { StagePreview } from './stage-preview.tsx'
import { ThemeFields } from './theme-fields.tsx'
import { WidgetFields } from './widget-fields.tsx'

const Columns = chakra('div', {
  base: {
    display: 'grid',
    gap: '6',
    alignItems: 'start',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', xl: 'minmax(0, 1fr) minmax(0, 26rem)' },
  },
})

interface LookEditorProps {
  /** the overlay as it is on stream now */
  scene: OverlayScene
  /** beside the preview's title */
  actions?: ReactNode
  onSave: (look: { theme: OverlayTheme; layout: OverlayLayout }) => Promise<void>
  /** below the preview */
  children?: ReactNode
}

/** Theme and layout, with the overlay as it would look; on stream nothing changes before it is saved. */
export function LookEditor({ scene, actions, onSave, children }: LookEditorProps) {
  const [failure, setFailure] = useState<CallError>()
  const stored = toLookForm(scene.theme, scene.layout)
  const form = useForm<LookForm>({
    resolver: zodResolver(lookForm),
    defaultValues: stored,
    values: stored,
    resetOptions: { keepDirtyValues: true },
    mode: 'onChange',
  })
  const { isDirty } = form.formState
  const { dialog } = useUnsavedChangesWarning(isDirty)

  async function save(look: LookForm): Promise<void> {
    setFailure(undefined)
    try {
      await onSave({ theme: look.theme, layout: toLayout(look, orderOf(scene.layout)) })
      form.reset(look)
      toast.success('Your overlay has its new look')
    } catch (thrown) {
      setFailure(callErrorOf(thrown))
    }
  }

  return (
    <FormProvider {...form}>
      <Columns>
        <chakra.div display="grid" gap="6" position={{ xl: 'sticky' }} top={{ xl: '4.5rem' }} minW="0">
          <Panel title="Preview" actions={actions}>
            <DraftPreview scene={scene} />
          </Panel>
          {children}
        </chakra.div>
        <chakra.form
          noValidate
          display="grid"
          gap="6"
          onSubmit={(event) => void form.handleSubmit(save)(event)}
        >
          {failure && <SaveFailure error={failure} />}
          <FormErrorSummary />
          <Panel title="Look">
            <ThemeFields />
          </Panel>
          <Panel title="Widgets" flush>
            <chakra.div px={{ base: '4', sm: '6' }} pb="2">
              <WidgetFields />
            </chakra.div>
          </Panel>
          {isDirty && (
            <SubmitBar
              sticky
              label="Save"
              busyLabel="Saving"
              back={{ label: 'Undo changes', onClick: () => form.reset(stored) }}
            />
          )}
        </chakra.form>
      </Columns>
      {dialog}
    </FormProvider>
  )
}

/** What the form says, on the stage. While a number is half typed, the last sound look stays. */
function DraftPreview({ scene }: { scene: OverlayScene }) {
  const draft = lookForm.safeParse(useWatch<LookForm>())
  const [sound, setSound] = useState<LookForm>()
  if (draft.success && JSON.stringify(draft.data) !== JSON.stringify(sound)) setSound(draft.data)
  const look = sound ?? toLookForm(scene.theme, scene.layout)
  return (
    <StagePreview scene={{ ...scene, theme: look.theme, layout: toLayout(look, orderOf(scene.layout)) }} />
  )
}
