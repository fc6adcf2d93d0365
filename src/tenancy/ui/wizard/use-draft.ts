'use client'

import { useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useClientValue } from '#src/ui/use-client-value.ts'
import type { SignUpOptions } from '../../sign-up.ts'
import { adoptTyped, readTyped } from './adopt-typed.ts'
import { suggestedServices, type Answers } from './answers.ts'
import { deleteDraft, readDraft, writeDraft, type Draft } from './draft-storage.ts'

/** What a link to the wizard may ask for. */
export type Wanted = { subdomain?: string; industry?: string }

type Position = Omit<Draft, 'answers'>

const START: Position = { furthest: 0, suggested: '' }

/**
 * Fills the form from the draft of this tab, and keeps the draft current with everything that is typed.
 * @param wanted what brought the person here; wins over the draft
 */
export function useDraft(
  form: UseFormReturn<Answers>,
  options: SignUpOptions,
  { wanted = {}, isFirstStep }: { wanted: Wanted | undefined; isFirstStep: boolean },
) {
  const wished = useRef(wanted)
  const [readOnce] = useState(createReader)
  // The server knows nothing of the draft, so neither may the first render in the browser. On the first screen that
  // is as good as there being none, which spares almost every visitor a second render.
  const stored = useClientValue(readOnce, () => (isFirstStep ? null : undefined))
  const [moved, setMoved] = useState<Position>()
  const draft: Position = moved ?? stored ?? START
  const restored = stored !== undefined

  useEffect(() => {
    // The first effects may still see what the server assumed.
    if (stored === undefined || stored !== readOnce()) return
    const typed = readTyped()
    const before = form.getValues()
    const answers = withWishes(stored?.answers ?? before, options, wished.current)
    if (answers !== before) form.reset(answers)
    adoptTyped(form, typed)
  }, [form, options, stored, readOnce])

  useEffect(() => {
    if (!restored || stored !== readOnce()) return
    const { furthest, suggested, createdRunId } = draft
    const position = { furthest, suggested, ...(createdRunId ? { createdRunId } : {}) }
    writeDraft({ ...position, answers: form.getValues() })
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => writeDraft({ ...position, answers: values }),
    })
  }, [form, draft, restored, stored, readOnce])

  function updateDraft(change: Partial<Position>): void {
    setMoved((last) => ({ ...(last ?? draft), ...change }))
  }
  function forgetDraft(): void {
    deleteDraft()
    setMoved(START)
  }
  return { draft, restored, updateDraft, forgetDraft }
}

function withWishes(answers: Answers, options: SignUpOptions, { subdomain, industry }: Wanted): Answers {
  const offer = options.industries.find(({ id }) => id === industry)
  const changed = offer && offer.id !== answers.business.industry
  if (!changed && !subdomain) return answers
  return {
    ...answers,
    ...(subdomain ? { subdomain } : {}),
    ...(changed
      ? {
          business: { ...answers.business, industry: offer.id },
          preferences: { ...answers.preferences, services: suggestedServices(options, offer.id) },
        }
      : {}),
  }
}

/** Reads at the first call only: from then on this page is the one that writes. */
function createReader(): () => Draft | null {
  let draft: Draft | null | undefined
  return () => (draft === undefined ? (draft = readDraft()) : draft)
}
