'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { formatDuration } from '#src/ui/format/durations.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import type { RolloutDetails } from '../../rollouts.ts'

/** Where it is, how quickly it goes and how long the rest takes; once it is over, what it took. */
export function RolloutPace({ rollout }: { rollout: RolloutDetails }) {
  const words = describePace(rollout)
  return (
    <chakra.p color="fg.muted" textStyle="sm" fontVariantNumeric="tabular-nums" minH="5">
      {words.join(' · ')}
    </chakra.p>
  )
}

/** In the pieces of one line. */
export function describePace(rollout: RolloutDetails): string[] {
  const { state, wave, waves, pace, startedAt, finishedAt, counts } = rollout
  const last = waves.at(-1)?.to ?? 0
  const place = wave === null ? [] : [wave === 0 ? 'Canaries' : `Wave ${wave} of ${last}`]
  if (finishedAt !== null) {
    const took = startedAt === null ? null : formatDuration(Date.parse(finishedAt) - Date.parse(startedAt))
    if (state === 'stopped') return [...place, ...(took === null ? [] : [`stopped after ${took}`])]
    return [`${sayTenants(counts.total)} in ${sayWaves(last)}`, ...(took === null ? [] : [`took ${took}`])]
  }
  if (!pace) return place
  return [...place, sayRate(pace.perSecond), `about ${sayRest(pace.leftMs)} left`]
}

function sayTenants(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'tenant' : 'tenants'}`
}

function sayWaves(last: number): string {
  if (last === 0) return 'the canaries'
  return last === 1 ? 'canaries and 1 wave' : `canaries and ${formatNumber(last)} waves`
}

function sayRate(perSecond: number): string {
  if (perSecond >= 10) return `${formatNumber(Math.round(perSecond))} tenants a second`
  if (perSecond >= 1) return `${perSecond.toFixed(1)} tenants a second`
  return `${Math.max(1, Math.round(perSecond * 60))} tenants a minute`
}

/** Rough on purpose: nobody can tell it to the second. */
function sayRest(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1_000))
  if (seconds < 60) return `${seconds < 10 ? seconds : Math.ceil(seconds / 5) * 5} s`
  return formatDuration(Math.ceil(seconds / 60) * 60_000)
}
