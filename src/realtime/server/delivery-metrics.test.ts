import { expect, it } from 'vitest'
import { createDeliveryMetrics } from './delivery-metrics.ts'

it('counts deliveries and their latency in cumulative classes', () => {
  const metrics = createDeliveryMetrics(() => Date.parse('2026-01-01T00:00:00.030Z'))
  metrics.note([{ at: '2026-01-01T00:00:00.000Z' }], 2)
  metrics.note([{ at: '2026-01-01T00:00:00.028Z' }, { at: 'never' }], 1)
  const { events, deliveries, latency } = metrics.counts()
  expect({ events, deliveries, count: latency.count, sumMs: latency.sumMs }).toEqual({
    events: 3,
    deliveries: 4,
    count: 2,
    sumMs: 32,
  })
  const countUpTo = (leMs: number) => latency.buckets.find((bucket) => bucket.leMs === leMs)?.count
  expect([1, 2, 25, 50, 5_000].map(countUpTo)).toEqual([0, 1, 1, 2, 2])
})
