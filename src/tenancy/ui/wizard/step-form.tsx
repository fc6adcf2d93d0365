'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ArrowRight } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { FormErrorSummary } from '#src/ui/form/form-error-summary.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { BusinessStep } from './business-step.tsx'
import { StepArrival } from './step-arrival.tsx'
import type { Wizard } from './use-wizard.ts'
import { stepAt, wizardSteps } from './wizard-steps.ts'

// Only the first screen is part of the first load; the others follow while it is being filled in.
const laterSteps = {
  address: () => import('./address-step.tsx'),
  owner: () => import('./owner-step.tsx'),
  preferences: () => import('./preferences-step.tsx'),
  review: () => import('./review-step.tsx'),
}
const AddressStep = lazy(() => laterSteps.address().then((file) => ({ default: file.AddressStep })))
const OwnerStep = lazy(() => laterSteps.owner().then((file) => ({ default: file.OwnerStep })))
const PreferencesStep = lazy(() =>
  laterSteps.preferences().then((file) => ({ default: file.PreferencesStep })),
)
const ReviewStep = lazy(() => laterSteps.review().then((file) => ({ default: file.ReviewStep })))

const Form = chakra('form', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '6',
    maxW: 'form',
    w: '100%',
    minW: '0',
  },
})

/** One screen: its question, its fields, what is wrong with them, and the way back and on. */
export function StepForm({ wizard }: { wizard: Wizard }) {
  const { current, form } = wizard
  const step = stepAt(current)
  const isLast = current === wizardSteps.length - 1
  const [isFirstView] = useState(createFirstTime)

  return (
    <Form
      noValidate
      aria-labelledby="step-heading"
      onFocus={loadLaterSteps}
      onPointerDown={loadLaterSteps}
      onSubmit={(event) => {
        event.preventDefault()
        void wizard.goOn()
      }}
    >
      <chakra.header>
        <chakra.h1 id="step-heading" tabIndex={-1} textStyle="2xl" fontWeight="semibold" outline="none">
          <chakra.span srOnly>
            Step {current + 1} of {wizardSteps.length}:{' '}
          </chakra.span>
          {step.heading}
        </chakra.h1>
        <chakra.p color="fg.muted" mt="1">
          {step.hint}
        </chakra.p>
      </chakra.header>
      <FormErrorSummary form={form} show />
      <Suspense fallback={<chakra.div minH="72" aria-busy="true" />}>
        {step.id === 'business' && <BusinessStep options={wizard.options} />}
        {step.id === 'address' && (
          <AddressStep
            domain={wizard.options.domain}
            alternatives={wizard.alternatives}
            setGate={wizard.setGate}
          />
        )}
        {step.id === 'owner' && <OwnerStep />}
        {step.id === 'preferences' && <PreferencesStep options={wizard.options} />}
        {step.id === 'review' && <ReviewStep wizard={wizard} />}
        <StepArrival key={step.id} wizard={wizard} isFirstView={isFirstView} />
      </Suspense>
      <SubmitBar
        label={isLast ? 'Create workspace' : 'Continue'}
        busyLabel={isLast ? 'Creating' : 'Checking'}
        busy={form.formState.isSubmitting || wizard.leaving}
        back={current > 0 ? { label: 'Back', onClick: wizard.goBack } : undefined}
        icon={isLast ? undefined : <ArrowRight size={18} aria-hidden />}
      />
    </Form>
  )
}

/** Fetches what the later screens need, as soon as somebody begins with the first one. */
function loadLaterSteps(): void {
  void import('./step-schemas.ts')
  for (const load of Object.values(laterSteps)) void load()
}

function createFirstTime(): () => boolean {
  let asked = false
  return () => {
    const isFirst = !asked
    asked = true
    return isFirst
  }
}
