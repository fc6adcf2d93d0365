'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { useSettled } from '#src/ui/palette/use-settled.ts'
import { consoleKeys } from '../console-keys.ts'
import { consolePages } from '../console-pages.tsx'
import { findPages, isId, runHit, tenantHit, type ConsoleHit } from './palette-results.ts'

const TENANTS = 6
const RUNS = 4
const pages = consolePages.flatMap(({ entries }) => entries)

export type ConsoleSearch = {
  groups: { label: string; hits: ConsoleHit[] }[]
  isBusy: boolean
  isIncomplete: boolean
}

/** Looks for tenants, runs and pages, a moment after the last key. @param recent offered before anything is typed */
export function useConsoleSearch(typed: string, recent: readonly ConsoleHit[]): ConsoleSearch {
  const words = typed.trim()
  const asked = useSettled(words)
  const tenants = useTenants(asked)
  const runs = useRuns(asked)
  const places = useMemo(() => findPages(pages, words), [words])
  const isAsked = asked !== '' && words !== ''
  const known = new Set(recent.map(({ id }) => id))
  const groups = [
    { label: 'Recent', hits: words === '' ? [...recent] : [] },
    { label: 'Tenants', hits: isAsked ? (tenants.data ?? []).map(tenantHit) : [] },
    { label: 'Runs', hits: isAsked ? (runs.data ?? []).map(runHit) : [] },
    { label: 'Go to', hits: words === '' ? places.filter(({ id }) => !known.has(id)) : places },
  ]
  return {
    groups: groups.filter(({ hits }) => hits.length > 0),
    isBusy: words !== asked || tenants.isLoading || runs.isLoading,
    isIncomplete: tenants.isError || runs.isError,
  }
}

/** By name, address or e-mail of an owner; an id is looked up as such. */
function useTenants(asked: string) {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.tenants, 'palette', asked],
    queryFn: async ({ signal }) => {
      if (!isId(asked)) {
        const page = await api.admin.tenants.list.query({ q: asked, limit: TENANTS }, { signal })
        return page.items
      }
      // An id may as well be that of a run. Every tenant has one, and a list is no error when it is empty.
      const { items } = await api.admin.runs.list.query({ tenantId: asked, limit: 1 }, { signal })
      return items.map((run) => ({
        id: run.tenantId,
        businessName: run.businessName,
        subdomain: run.subdomain,
      }))
    },
    enabled: asked !== '',
  })
}

function useRuns(asked: string) {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.runs, 'palette', asked],
    queryFn: async ({ signal }) => {
      const page = await api.admin.runs.list.query({ q: asked, limit: RUNS }, { signal })
      return page.items
    },
    enabled: asked !== '',
  })
}
