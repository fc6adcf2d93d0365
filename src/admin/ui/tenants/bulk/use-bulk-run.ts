'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { createIdempotencyKey } from '#src/trpc/ui/create-idempotency-key.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { consoleKeys } from '../../console-keys.ts'
import type { BulkJob } from './bulk-texts.ts'
import { runBulk, type BulkLine } from './run-bulk.ts'

/** Runs a job from the moment it is shown. Leaving the page stops it before its next part. */
export function useBulkRun(job: BulkJob) {
  const api = useApi()
  const cache = useQueryClient()
  const [lines, setLines] = useState<readonly BulkLine[]>([])
  const [isRunning, setRunning] = useState(true)
  const controller = useRef<AbortController>(undefined)

  useEffect(() => {
    const own = new AbortController()
    controller.current = own
    const { tenantIds, ...what } = job
    // A tick later, so that an effect which is undone at once has sent nothing.
    const timer = setTimeout(() => {
      void runBulk(tenantIds, {
        send: async (part, idempotencyKey) => {
          const context = { idempotencyKey }
          const answer = await api.admin.tenants.bulk.mutate({ ...what, tenantIds: part }, { context })
          return answer.results
        },
        readError: callErrorOf,
        createKey: createIdempotencyKey,
        onProgress: setLines,
        signal: own.signal,
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      }).finally(() => {
        setRunning(false)
        void cache.invalidateQueries({ queryKey: consoleKeys.tenants })
        void cache.invalidateQueries({ queryKey: consoleKeys.everyTenant })
      })
    }, 0)
    return () => {
      clearTimeout(timer)
      own.abort()
    }
  }, [api, cache, job])

  return { lines, isRunning, stop: () => controller.current?.abort() }
}
