'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
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

/**
 * Whether a subdomain is free, asked a moment after the last keystroke. An answer counts only for the name it
 * was asked for, however late it comes.
 */
export function useSubdomainCheck(name: string, city: string) {
  const [answer, setAnswer] = useState<{ name: string; result: SubdomainAvailability | null }>()
  const asked = useRef(new Map<string, Promise<SubdomainAvailability | null>>())
  const [api] = useState(createApiClient)

  const parsed = subdomainInput.safeParse(name)
  const valid = parsed.success ? parsed.data : null

  const ask = useCallback(
    (wanted: string) => {
      const known = asked.current.get(wanted)
      if (known) return known
      const question = api.signUp.checkSubdomain
        .query({ name: wanted, ...(city ? { city } : {}) })
        .catch(() => {
          asked.current.delete(wanted)
          return null
        })
      asked.current.set(wanted, question)
      return question
    },
    [api, city],
  )

  useEffect(() => {
    if (valid === null) return
    let current = true
    const timer = setTimeout(() => {
      void ask(valid).then((result) => {
        if (current) setAnswer({ name: valid, result })
      })
    }, DEBOUNCE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [valid, ask])

  /** The answer for the name as it stands, without the wait for more keystrokes; null when none can be had. */
  const checkNow = useCallback(async () => {
    if (valid === null) return null
    // A name may have been taken since it was asked for.
    asked.current.delete(valid)
    const result = await ask(valid)
    setAnswer({ name: valid, result })
    return result
  }, [valid, ask])

  return { state: describe(name, parsed, answer), checkNow }
}

function describe(
  name: string,
  parsed: ReturnType<typeof subdomainInput.safeParse>,
  answer: { name: string; result: SubdomainAvailability | null } | undefined,
): SubdomainCheck {
  if (name.trim() === '') return { kind: 'empty' }
  if (!parsed.success) return { kind: 'malformed', message: parsed.error.issues[0]?.message ?? '' }
  if (answer?.name !== parsed.data) return { kind: 'checking' }
  return answer.result ? { kind: 'known', result: answer.result } : { kind: 'unknown' }
}
