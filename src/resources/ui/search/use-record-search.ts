'use client'

import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { useSettled } from '#src/ui/palette/use-settled.ts'
import { useListableTargets, useModuleAccess } from '../module-access.tsx'
import { listRecords } from '../record-client.ts'
import { recordKeys } from '../record-keys.ts'
import { findPlaces, groupRecords, type SearchGroup } from './search-results.ts'

const HITS_PER_RESOURCE = 4

type RecordSearch = {
  groups: SearchGroup[]
  isBusy: boolean
  /** some of the lists did not answer */
  isIncomplete: boolean
}

/** Looks a few words up in every list the person may see, a moment after the last key. */
export function useRecordSearch(typed: string): RecordSearch {
  const api = useApi()
  const settings = useFormatSettings()
  const { permits } = useModuleAccess()
  const targets = useListableTargets()
  const asked = useSettled(typed.trim())
  const query = { page: 1, limit: HITS_PER_RESOURCE, q: asked }
  const answers = useQueries({
    queries: targets.map((target) => ({
      queryKey: recordKeys.list(target, query),
      queryFn: ({ signal }: { signal: AbortSignal }) => listRecords(api, target, { ...query, signal }),
      enabled: asked !== '',
    })),
  })
  const places = useMemo(
    () => findPlaces(targets, typed, ({ resource }) => permits(resource, 'create')),
    [targets, typed, permits],
  )
  const records =
    asked === ''
      ? []
      : groupRecords(
          targets,
          answers.map(({ data }) => data),
          settings,
        )
  return {
    groups: [...records, ...(places.hits.length > 0 ? [places] : [])],
    isBusy: typed.trim() !== asked || answers.some(({ isFetching, data }) => isFetching && !data),
    isIncomplete: answers.some(({ error }) => error !== null),
  }
}
