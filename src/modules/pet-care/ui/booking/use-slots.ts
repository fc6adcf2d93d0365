'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { recordKeys } from '#src/resources/ui/record-keys.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { petCare } from '../../module.ts'
import type { Slot } from '../appointments/appointment.ts'

export type SlotQuestion = {
  serviceId: string
  staffId?: string
  resourceId?: string
  petId?: string
  from: string
  to: string
  limit: number
}

/** Times at which a service can be booked; nothing is asked while the question is not complete. */
export function useSlots(question: SlotQuestion | undefined) {
  const api = useApi()
  return useQuery({
    queryKey: [...recordKeys.module(petCare.id), 'slots', question],
    queryFn: ({ signal }): Promise<Slot[]> =>
      question ? api.petCare.schedule.listSlots.query(question, { signal }) : Promise.resolve([]),
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
  })
}
