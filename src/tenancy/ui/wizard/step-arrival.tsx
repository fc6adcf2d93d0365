'use client'

import { useEffect } from 'react'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { applyServerErrors } from '#src/ui/form/apply-server-errors.ts'
import type { Wizard } from './use-wizard.ts'
import { stepAt, stepOfField, wizardSteps } from './wizard-steps.ts'

interface StepArrivalProps {
  wizard: Wizard
  /** True the first time it is asked. */
  isFirstView: () => boolean
}

/**
 * Mounted with each screen once its fields are there: moves focus into it and tells screen readers where they
 * are, except on the first page view; puts the server's errors at the fields they belong to.
 */
export function StepArrival({ wizard, isFirstView }: StepArrivalProps) {
  const { current, form, serverErrors } = wizard
  const step = stepAt(current)

  useEffect(() => {
    if (isFirstView()) return
    const heading = document.getElementById('step-heading')
    announce(`Step ${current + 1} of ${wizardSteps.length}: ${step.title}`)
    window.scrollTo({ top: 0 })
    // A focused input opens the keyboard of a phone over the question it belongs to.
    const field = window.matchMedia('(pointer: fine)').matches
      ? heading?.closest('form')?.querySelector<HTMLElement>('input, select, textarea')
      : null
    ;(field ?? heading)?.focus({ preventScroll: true })
  }, [current, step.title, isFirstView])

  useEffect(() => {
    const here = Object.entries(serverErrors).filter(([path]) => (stepOfField(path) ?? 'review') === step.id)
    if (here.length > 0) applyServerErrors(form, Object.fromEntries(here))
  }, [serverErrors, form, step.id])

  return null
}
