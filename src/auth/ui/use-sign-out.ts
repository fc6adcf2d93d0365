'use client'

import { useState } from 'react'
import { toast } from '#src/ui/feedback/toast.ts'
import { forgetPrivate } from '#src/ui/remembered.ts'
import { signInPathFor } from '../paths.ts'
import { markLeaving } from './leaving.ts'
import { postSignOut } from './next-auth-client.ts'
import { signInSentence } from './sign-in-sentences.ts'

/** Signs out and leaves for the sign-in page; when that fails, says that the person is still signed in. */
export function useSignOut(): { signOut: () => void; busy: boolean } {
  const [busy, setBusy] = useState(false)

  async function leave(): Promise<void> {
    setBusy(true)
    markLeaving(true)
    const outcome = await postSignOut(signInPathFor(window.location.pathname))
    // A full load, so that nothing of the person stays in the memory of the page.
    if (outcome.ok) {
      forgetPrivate()
      window.location.assign(outcome.url)
      return
    }
    markLeaving(false)
    setBusy(false)
    toast.error('You are still signed in', {
      description: signInSentence(outcome.code),
      action: { label: 'Try again', onClick: () => void leave() },
    })
  }

  return { signOut: () => void leave(), busy }
}
