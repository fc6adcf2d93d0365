'use client'

import { useEffect, useState } from 'react'
import { createApiClient } from '#src/trpc/ui/client.ts'
import type { PlanFeature } from '../../plan-feature.ts'

const none: readonly PlanFeature[] = []

/** What plans do with modules; nothing until it is known, as if every plan offered all of them. */
export function usePlanOffers(): readonly PlanFeature[] {
  const [said, setSaid] = useState(none)
  useEffect(() => {
    const leaving = new AbortController()
    // Without an answer nothing is suggested, and the sign-up itself says what does not go together.
    createApiClient()
      .signUp.listOffers.query({}, { signal: leaving.signal })
      .then(({ items }) => setSaid(items))
      .catch(() => undefined)
    return () => leaving.abort()
  }, [])
  return said
}
