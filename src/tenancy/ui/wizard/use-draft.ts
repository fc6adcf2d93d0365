'use client'

import { useCallback, useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Answers } from './answers.ts'
import { deleteDraft, readDraft, writeDraft, type Draft } from './draft-storage.ts'
import { guessCurrency } from './guess-currency.ts'
import { stepIndex } from './wizard-steps.ts'

type Position = Omit<Draft, 'answers'>

const START: Position = { furthest: 0, suggested: '' }

/**
 * Fills the form from the draft of this tab, and keeps the draft current with everything that is typed.
 * @param wantedSubdomain address that brought the person here, used while none is chosen
 */
export function useDraft(form: UseFormReturn<Answers>, wantedSubdomain: string) {
  const [draft, setDraft] = useState<Position>(START)
  const [restored, setRestored] = useState(false)

  useEffect(() => {
    const stored = readDraft()
    const typed = form.getValues()
    const answers = stored?.answers ?? typed
    form.reset({
      ...answers,
      subdomain: wantedSubdomain || answers.subdomain,
      preferences: { ...answers.preferences, ...guessPreferences(answers.preferences) },
    })
    if (stored) {
      const { answers: _, ...position } = stored
      setDraft(position)
    }
    setRestored(true)
  }, [form, wantedSubdomain])

  useEffect(() => {
    if (!restored) return
    writeDraft({ ...draft, answers: form.getValues() })
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => writeDraft({ ...draft, answers: values }),
    })
  }, [form, draft, restored])

  const updateDraft = useCallback((change: Partial<Position>) => {
    setDraft((previous) => ({ ...previous, ...change }))
  }, [])
  const forgetDraft = useCallback(() => {
    deleteDraft()
    setDraft({ ...START, furthest: stepIndex('business') })
  }, [])
  return { draft, restored, updateDraft, forgetDraft }
}

function guessPreferences({ timezone, currency }: Answers['preferences']) {
  const detected = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
  return {
    timezone: timezone || detected,
    currency: currency || guessCurrency(detected, navigator.languages),
  }
}
