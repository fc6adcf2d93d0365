'use client'

import { useEffect, useRef, useState } from 'react'
import { createApiClient } from '#src/trpc/ui/client.ts'
import type { SubdomainAvailability } from '../../sign-up.ts'
import { subdomainInput } from '../../subdomain.ts'

const DEBOUNCE_MS = 250

export type SubdomainCheck =
  | { kind: 'empty' }
  | { kind: 'malformed'; message: string }
  | { kind: 'checking' }
  | { kind: 'known'; result: SubdomainAvailability }
  /** no answer could be had; the server decides at the end */
  | { kind: 'unknown' }

type Answer = { name: string; result: SubdomainAvailability | null }

/**
 * Whether a subdomain is free, asked a moment after the last keystroke. An answer counts only for the name it
 * was asked for, however late it comes.
 */
export function useSubdomainCheck(name: string, city: string) {
  const [ask] = useState(createQuestioner)
  const [answer, setAnswer] = useState<Answer>()
  const latest = useRef('')
  const { valid, problem } = readName(name)

  useEffect(() => {
    latest.current = valid
    if (valid === '') return
    const timer = setTimeout(() => {
      void ask(valid, city).then((result) => {
        if (latest.current === valid) setAnswer({ name: valid, result })
      })
    }, DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [ask, valid, city])

  /** The answer for the name as it stands, without the wait for more keystrokes; null when none can be had. */
  async function checkNow(): Promise<SubdomainAvailability | null> {
    if (valid === '') return null
    const result = await ask(valid, city)
    if (latest.current === valid) setAnswer({ name: valid, result })
    return result
  }

  return { state: describe({ name, valid, problem }, answer), checkNow }
}

/** One question per name and moment: the same name asked while its answer is awaited shares that answer. */
function createQuestioner() {
  const api = createApiClient()
  const open = new Map<string, Promise<SubdomainAvailability | null>>()
  return (name: string, city: string): Promise<SubdomainAvailability | null> => {
    const key = `${name} ${city}`
    const asked = open.get(key)
    if (asked) return asked
    const question = api.signUp.checkSubdomain
      .query({ name, ...(city ? { city } : {}) })
      .catch(() => null)
      .finally(() => open.delete(key))
    open.set(key, question)
    return question
  }
}

function readName(name: string): { valid: string; problem: string } {
  const parsed = subdomainInput.safeParse(name)
  return parsed.success
    ? { valid: parsed.data, problem: '' }
    : { valid: '', problem: parsed.error.issues[0]?.message ?? '' }
}

function describe(
  { name, valid, problem }: { name: string; valid: string; problem: string },
  answer: Answer | undefined,
): SubdomainCheck {
  if (name.trim() === '') return { kind: 'empty' }
  if (valid === '') return { kind: 'malformed', message: problem }
  if (answer?.name !== valid) return { kind: 'checking' }
  return answer.result ? { kind: 'known', result: answer.result } : { kind: 'unknown' }
}
