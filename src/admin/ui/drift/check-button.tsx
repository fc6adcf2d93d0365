'use client'

import { Button } from '@chakra-ui/react/button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { consoleKeys } from '../console-keys.ts'
import { useConsole } from '../console-context.tsx'

/** Has all tenants compared now. Nothing for those who may not. */
export function CheckButton({ isRunning }: { isRunning: boolean }) {
  const { mayChange } = useConsole()
  const api = useApi()
  const cache = useQueryClient()
  const check = useMutation({
    mutationFn: () => api.admin.drift.check.mutate({}),
    onSuccess: () => cache.invalidateQueries({ queryKey: consoleKeys.drift }),
    onError: (thrown) =>
      toast.error('The check could not be started', { description: callErrorOf(thrown).message }),
  })
  if (!mayChange) return null
  return (
    <Button disabled={isRunning || check.isPending} onClick={() => check.mutate()}>
      {isRunning || check.isPending ? 'Checking…' : 'Check now'}
    </Button>
  )
}
