'use client'

import { Button } from '@chakra-ui/react/button'
import { useQueryClient } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { sceneKey } from '../scene-key.ts'

/** Sends a tip that is marked as a test, to see it come in. It counts nowhere. */
export function TestTipButton() {
  const api = useApi()
  const cache = useQueryClient()
  const [isBusy, setIsBusy] = useState(false)

  async function send(): Promise<void> {
    if (isBusy) return
    setIsBusy(true)
    try {
      await api.overlay.stream.recordTip.mutate({
        fromName: 'A generous viewer',
        amountCents: 500,
        message: 'This is how a tip looks.',
        isTest: true,
      })
      await cache.invalidateQueries({ queryKey: sceneKey() })
    } catch (thrown) {
      toast.error('The test tip was not sent', { description: callErrorOf(thrown).message })
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <Button size="sm" variant="outline" aria-busy={isBusy || undefined} onClick={() => void send()}>
      <Sparkles />
      Send a test tip
    </Button>
  )
}
