'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useForm, type Resolver, type UseFormReturn } from 'react-hook-form'
import { isKeptRun, keepWatchToken, runStatusPath } from '#src/provisioning/ui/watch-token.ts'
import type { CallError } from '#src/trpc/ui/client.ts'
import type { SignUpOptions } from '../../sign-up.ts'
import { createAnswers, type Answers } from './answers.ts'
import { stepAt, stepIndex, stepOfField, wizardSteps, type StepId } from './wizard-steps.ts'
import { useDraft, type Wanted } from './use-draft.ts'

export type FieldErrors = Record<string, string[]>

/** Runs before a step is left; answers false when the step has shown why it cannot be. */
export type StepGate = () => Promise<boolean>

/** Everything the screens of the wizard share. */
export type Wizard = {
  options: SignUpOptions
  form: UseFormReturn<Answers>
  /** position of the screen that is shown */
  current: number
  furthest: number
  /** the browser's draft has been read */
  restored: boolean
  createdRunId: string | undefined
  /** errors of the server's answer that wait for their screen */
  serverErrors: FieldErrors
  alternatives: string[]
  failure: CallError | undefined
  /** the answer was yes and the next page is on its way */
  leaving: boolean
  setGate: (gate: StepGate | null) => void
  goTo: (step: StepId) => void
  goBack: () => void
  goOn: () => Promise<void>
  startOver: () => void
}

const LAST = wizardSteps.length - 1

/** State and moves of the wizard: one form for all answers, the shown step in the address, a draft in the tab. */
export function useWizard(options: SignUpOptions, wishes?: Wanted): Wizard {
  const router = useRouter()
  const wanted = stepIndex(useSearchParams().get('step'))
  const shown = useRef<StepId>('business')
  const gate = useRef<StepGate | null>(null)
  const [setGate] = useState(() => (next: StepGate | null) => {
    gate.current = next
  })
  const [failure, setFailure] = useState<CallError>()
  const [serverErrors, setServerErrors] = useState<FieldErrors>({})
  const [alternatives, setAlternatives] = useState<string[]>([])
  const [leaving, setLeaving] = useState(false)

  const form = useForm<Answers>({
    defaultValues: createAnswers(),
    resolver: (...parameters) => resolveShownStep({ step: shown.current, options }, parameters),
  })
  const { draft, restored, updateDraft, forgetDraft } = useDraft(form, options, {
    wanted: wishes,
    isFirstStep: wanted === 0,
  })
  const current = restored ? Math.min(wanted, draft.furthest) : wanted
  const step = stepAt(current)

  useEffect(() => {
    shown.current = step.id
  }, [step.id])

  useEffect(() => {
    if (restored && wanted > draft.furthest) showStep(stepAt(draft.furthest).id, 'replace')
  }, [restored, wanted, draft.furthest])

  function goTo(id: StepId): void {
    form.clearErrors()
    setFailure(undefined)
    showStep(id, 'push')
  }

  async function goOn(): Promise<void> {
    if (leaving) return
    setFailure(undefined)
    await form.handleSubmit(async () => {
      if (gate.current && !(await gate.current())) return
      setServerErrors((errors) => withoutStep(errors, step.id))
      if (step.id === 'business') await suggestAddress()
      if (step.id === 'owner') await guessPreferences(form)
      if (current === LAST) return create()
      updateDraft({ furthest: Math.max(draft.furthest, current + 1) })
      goTo(stepAt(current + 1).id)
    }, leadToFirstError)()
  }

  async function suggestAddress(): Promise<void> {
    const { suggestSubdomain } = await import('../../subdomain.ts')
    const typed = form.getValues('subdomain')
    if (typed !== '' && typed !== draft.suggested) return
    const suggested = suggestSubdomain(form.getValues('business.name'))
    form.setValue('subdomain', suggested)
    updateDraft({ suggested })
  }

  /** The review checks all answers at once, so an error may belong to a screen before it. */
  function leadToFirstError(errors: object): void {
    if (current !== LAST) return
    void import('#src/ui/form/list-form-errors.ts').then(({ listFormErrors }) => {
      const found = listFormErrors(errors)
      if (found.length === 0) return
      showServerErrors(Object.fromEntries(found.map(({ path, message }) => [path, [message]])))
    })
  }

  function showServerErrors(fields: FieldErrors): void {
    setServerErrors(fields)
    const target = wizardSteps.find(({ id }) => Object.keys(fields).some((path) => stepOfField(path) === id))
    if (target) goTo(target.id)
  }

  async function create(): Promise<void> {
    const { createWorkspace } = await import('./create-workspace.ts')
    const outcome = await createWorkspace(form.getValues(), {
      options,
      anew: draft.createdRunId !== undefined && !isKeptRun(draft.createdRunId),
    })
    if (outcome.kind === 'created') {
      setLeaving(true)
      updateDraft({ createdRunId: outcome.runId })
      keepWatchToken(outcome.runId, outcome.watchToken)
      router.push(runStatusPath(outcome.runId, outcome.watchToken))
      return
    }
    setAlternatives(outcome.alternatives)
    setFailure(outcome.error)
    showServerErrors(outcome.fields)
  }

  function startOver(): void {
    forgetDraft()
    form.reset(createAnswers())
    showStep('business', 'push')
  }

  return {
    options,
    form,
    current,
    furthest: draft.furthest,
    restored,
    createdRunId:
      restored && draft.createdRunId && isKeptRun(draft.createdRunId) ? draft.createdRunId : undefined,
    serverErrors,
    alternatives,
    failure,
    leaving,
    setGate,
    goTo,
    goBack: () => goTo(stepAt(current - 1).id),
    goOn,
    startOver,
  }
}

function withoutStep(errors: FieldErrors, step: StepId): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([path]) => stepOfField(path) !== step))
}

/** Fills in what the device tells about where somebody works, as far as they have not said so themselves. */
async function guessPreferences(form: UseFormReturn<Answers>): Promise<void> {
  const { guessCurrency } = await import('./guess-currency.ts')
  const { timezone, currency } = form.getValues('preferences')
  const detected = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
  if (!timezone) form.setValue('preferences.timezone', detected)
  if (!currency) form.setValue('preferences.currency', guessCurrency(detected, navigator.languages))
}

function showStep(id: StepId, how: 'push' | 'replace'): void {
  const address = id === 'business' ? '/signup' : `/signup?step=${id}`
  if (how === 'push') window.history.pushState(null, '', address)
  else window.history.replaceState(null, '', address)
}

/** The schemas are as heavy as the rest of the first screen, so they arrive after it. */
async function resolveShownStep(
  { step, options }: { step: StepId; options: SignUpOptions },
  parameters: Parameters<Resolver<Answers>>,
) {
  const { createStepResolver } = await import('./step-schemas.ts')
  return createStepResolver(step, options)(...parameters)
}
