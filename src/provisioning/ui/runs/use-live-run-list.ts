'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { FeedTopic } from '#src/realtime/topic.ts'
import type { Page } from '#src/shared/pagination.ts'
import { takeRuns } from '../../live-runs.ts'
import type { FleetRunFilters, RunRow } from '../../run-list.ts'
import { appearedSince, hasDrifted, runsOfPage } from './run-page.ts'
import { useRunFeed } from './use-run-feed.ts'

type RunListQuery = FleetRunFilters & { page: number; limit: number }

type RunListOptions = {
  topic: FeedTopic
  /** what all pages of the list have in common; the same object as long as it does not change */
  queryKey: readonly unknown[]
  query: RunListQuery
  read: (query: RunListQuery) => Promise<Page<RunRow>>
}

/** A page whose runs no longer fit its filters is asked for again after this long, in milliseconds. */
const SETTLE_MS = 2_000

/**
 * One page of a list of runs that moves by itself: events change its runs and bring new ones, within its filters. The
 * list itself is asked for again only after a lost connection, and once a filter by state has lost some of its runs.
 */
export function useLiveRunList({ topic, queryKey, query, read }: RunListOptions) {
  const cache = useQueryClient()
  const { page, limit } = query
  const answer = useQuery({
    queryKey: [...queryKey, query],
    queryFn: () => read(query),
    placeholderData: keepPreviousData,
  })
  const { live, status, feed } = useRunFeed({
    topic,
    readRuns: async (runIds) => (await read({ runIds, page: 1, limit: runIds.length })).items,
    onSnapshot: () => void cache.invalidateQueries({ queryKey }),
  })
  const { data } = answer
  const known = useMemo(() => (data ? takeRuns(live, data.items) : live), [live, data])
  const runs = useMemo(() => data && runsOfPage(known, { query, items: data.items }), [known, query, data])
  const drifted = data !== undefined && hasDrifted(known, { query, items: data.items })

  useEffect(() => {
    if (data) feed.takeRows(data.items)
  }, [feed, data])
  useEffect(() => {
    if (runs) feed.keep(runs.map(({ id }) => id))
  }, [feed, runs])
  useEffect(() => {
    if (!drifted) return
    const timer = setTimeout(() => void cache.invalidateQueries({ queryKey }), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [drifted, cache, queryKey, data])

  const total = data ? data.total + (page === 1 ? appearedSince(known, { query, items: data.items }) : 0) : 0
  return { ...answer, runs, total, status, limit }
}
