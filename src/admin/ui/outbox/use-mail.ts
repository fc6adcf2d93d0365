'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { OutboxMail } from '../../outbox.ts'
import { consoleKeys } from '../console-keys.ts'
import { outboxKeys } from './outbox-query.ts'

/** One mail with its text, asked for anew when the list says that it stands otherwise. */
export function useMail({ id, state }: Pick<OutboxMail, 'id' | 'state'>) {
  const api = useApi()
  const cache = useQueryClient()
  const details = useQuery({
    queryKey: [...outboxKeys.mail(id), state],
    queryFn: ({ signal }) => api.admin.outbox.get.query({ mailId: id }, { signal }),
    refetchOnWindowFocus: false,
  })
  // Kept for as long as the mail is open, and nowhere else.
  const links = useMutation({
    mutationFn: () => api.admin.outbox.getWithLinks.mutate({ mailId: id }),
    gcTime: 0,
    onError: (thrown) => toast.error(callErrorOf(thrown).message),
  })
  const retry = useMutation({
    mutationFn: () => api.admin.outbox.retry.mutate({ mailId: id }),
    onSuccess: () => toast.success('The mail waits to be sent again'),
    onError: (thrown) => toast.error(callErrorOf(thrown).message),
    onSettled: () => cache.invalidateQueries({ queryKey: consoleKeys.outbox }),
  })
  return { details, links, retry }
}
