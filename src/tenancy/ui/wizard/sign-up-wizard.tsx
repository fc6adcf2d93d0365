'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { FormProvider } from 'react-hook-form'
import type { SignUpOptions } from '../../sign-up.ts'
import { AlreadyCreated } from './already-created.tsx'
import { PreviewColumn } from './preview-column.tsx'
import { StepForm } from './step-form.tsx'
import { StepProgress } from './step-progress.tsx'
import type { Wanted } from './use-draft.ts'
import { useWizard } from './use-wizard.ts'

const Layout = chakra('div', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 23rem' },
    columnGap: '16',
    rowGap: '8',
    alignItems: 'start',
  },
})

interface SignUpWizardProps {
  options: SignUpOptions
  /** What somebody asked for before coming here, such as an address that had no workspace. */
  wanted?: Wanted
}

/** Five screens that end in a workspace, with a picture of it growing beside them. */
export function SignUpWizard({ options, wanted }: SignUpWizardProps) {
  const wizard = useWizard(options, wanted)
  return (
    <FormProvider {...wizard.form}>
      {wizard.createdRunId && !wizard.leaving && (
        <AlreadyCreated runId={wizard.createdRunId} onStartOver={wizard.startOver} />
      )}
      <StepProgress current={wizard.current} furthest={wizard.furthest} onGoTo={wizard.goTo} />
      <Layout>
        <StepForm wizard={wizard} />
        <PreviewColumn options={options} reached={wizard.furthest} />
      </Layout>
    </FormProvider>
  )
}
