'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import { callErrorOf, type ApiClient, type CallError } from '#src/trpc/ui/client.ts'
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
      /** @returns why records were kept; one that was gone already counts as deleted */
      remove: async (ids: readonly string[]): Promise<CallError[]> => {
        const refusals: CallError[] = []
        for (const id of ids) {
          const refusal = await deleteOrExplain(api, target, id)
          if (refusal) refusals.push(refusal)
          else cache.removeQueries({ queryKey: recordKeys.record(target, id) })
        }
        renew()
        return refusals
      },
      /** asks for the record as it is now */
      refresh: async (id: string): Promise<void> => {
        await cache.invalidateQueries({ queryKey: recordKeys.record(target, id) })
      },
    }),
    [api, cache, target, renew],
  )
}

async function deleteOrExplain(
  api: ApiClient,
  target: RecordTarget,
  id: string,
): Promise<CallError | undefined> {
  try {
    await deleteRecord(api, target, id)
    return undefined
  } catch (thrown) {
    const error = callErrorOf(thrown)
    // Somebody was faster: gone is what was wanted.
    return error.code === 'NOT_FOUND' ? undefined : error
  }
}
