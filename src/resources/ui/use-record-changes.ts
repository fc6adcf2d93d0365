'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { AnyRecord } from '../procedure-path.ts'
import type { FormValues } from './form-values.ts'
import { keyOfValues, type SentRequest } from './idempotency-key.ts'
import { createRecord, deleteRecord, updateRecord } from './record-client.ts'
import { recordKeys } from './record-keys.ts'
import type { RecordTarget } from './record-target.ts'

/** Writes of one resource. After each, every list, count and choice of the module that may show it is renewed. */
export function useRecordChanges(target: RecordTarget) {
  const api = useApi()
  const cache = useQueryClient()
  const sent = useRef<SentRequest>(undefined)

  const renew = useCallback(
    (record?: AnyRecord) => {
      if (record) cache.setQueryData(recordKeys.record(target, record.id), record)
      // Labels of a record stand in lists of other resources too.
      void cache.invalidateQueries({ queryKey: recordKeys.module(target.moduleId) })
    },
    [cache, target],
  )

  return useMemo(
    () => ({
      create: async (values: FormValues): Promise<AnyRecord> => {
        sent.current = keyOfValues(values, sent.current)
        const record = await createRecord(api, target, { values, idempotencyKey: sent.current.key })
        sent.current = undefined
        renew(record)
        return record
      },
      update: async (base: AnyRecord, changed: FormValues): Promise<AnyRecord> => {
        const record = await updateRecord(api, target, {
          ...changed,
          id: base.id,
          updatedAt: base.updatedAt,
        })
        renew(record)
        return record
      },
      remove: async (id: string): Promise<void> => {
        await deleteRecord(api, target, id)
        cache.removeQueries({ queryKey: recordKeys.record(target, id) })
        renew()
      },
      /** asks for the record as it is now */
      refresh: async (id: string): Promise<void> => {
        await cache.invalidateQueries({ queryKey: recordKeys.record(target, id) })
      },
    }),
    [api, cache, target, renew],
  )
}
