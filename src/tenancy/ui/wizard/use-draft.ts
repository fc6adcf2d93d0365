'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Answers } from './answers.ts'
import { deleteDraft, readDraft, writeDraft, type Draft } from './draft-storage.ts'
import { guessCurrency } from './guess-currency.ts'

type Position = Omit<Draft, 'answers'>

const START: Position = { furthest: 0, suggested: '' }

/**
 * Fills the form from the draft of this tab, and keeps the draft current with everything that is typed.
 * @param wantedSubdomain address that brought the person here; wins over the draft's
 */
export function useDraft(form: UseFormReturn<Answers>, wantedSubdomain: string) {
  const [readOnce] = useState(createReader)
  // The server knows nothing of the draft, so the first render in the browser may not either.
  const stored = useSyncExternalStore(subscribeToNothing, readOnce, () => undefined)
  const [moved, setMoved] = useState<Position>()
  const draft: Position = moved ?? stored ?? START
  const restored = stored !== undefined

  useEffect(() => {
    if (stored === undefined) return
    const answers = stored?.answers ?? form.getValues()
    form.reset({
      ...answers,
      subdomain: wantedSubdomain || answers.subdomain,
      preferences: { ...answers.preferences, ...guessPreferences(answers.preferences) },
    })
  }, [form, stored, wantedSubdomain])

  useEffect(() => {
    if (!restored) return
    const { furthest, suggested, createdRunId } = draft
    const position = { furthest, suggested, ...(createdRunId ? { createdRunId } : {}) }
    writeDraft({ ...position, answers: form.getValues() })
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => writeDraft({ ...position, answers: values }),
    })
  }, [form, draft, restored])

  function updateDraft(change: Partial<Position>): void {
    setMoved((last) => ({ ...(last ?? draft), ...change }))
  }
  function forgetDraft(): void {
    deleteDraft()
    setMoved(START)
  }
  return { draft, restored, updateDraft, forgetDraft }
}

function subscribeToNothing(): () => void {
  return () => undefined
}

/** Reads at the first call only: from then on this page is the one that writes. */
function createReader(): () => Draft | null {
  let draft: Draft | null | undefined
  return () => (draft === undefined ? (draft = readDraft()) : draft)
}

function guessPreferences({ timezone, currency }: Answers['preferences']) {
  const detected = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
  return {
    timezone: timezone || detected,
    currency: currency || guessCurrency(detected, navigator.languages),
  }
}
