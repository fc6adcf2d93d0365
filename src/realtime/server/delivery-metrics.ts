/** Upper bounds of the latency classes in milliseconds; slower ones count in the total alone. */
export const LATENCY_BUCKETS_MS = [1, 2, 5, 10, 25, 50, 100, 250, 1_000, 5_000] as const

export type DeliveryCounts = {
  /** events sent to a room, each once per room */
  events: number
  /** events sent to sockets */
  deliveries: number
  /** from the time an event says it was stored to its emission; cumulative counts as in Prometheus */
  latency: { count: number; sumMs: number; buckets: { leMs: number; count: number }[] }
}

export type DeliveryMetrics = {
  note: (events: readonly { at: string }[], receivers: number) => void
  counts: () => DeliveryCounts
}

/** Counts what was sent and how long after it was stored. */
export function createDeliveryMetrics(now: () => number = Date.now): DeliveryMetrics {
  const buckets = LATENCY_BUCKETS_MS.map((leMs) => ({ leMs, count: 0 }))
  const totals = { events: 0, deliveries: 0, count: 0, sumMs: 0 }

  function noteLatency(latencyMs: number): void {
    if (!Number.isFinite(latencyMs)) return
    totals.count += 1
    // The clocks of two machines may differ a little.
    totals.sumMs += Math.max(0, latencyMs)
    for (const bucket of buckets) if (latencyMs <= bucket.leMs) bucket.count += 1
  }

  return {
    note: (events, receivers) => {
      totals.events += events.length
      totals.deliveries += events.length * receivers
      for (const { at } of events) noteLatency(now() - Date.parse(at))
    },
    counts: () => ({
      events: totals.events,
      deliveries: totals.deliveries,
      latency: {
        count: totals.count,
        sumMs: totals.sumMs,
        buckets: buckets.map((bucket) => ({ ...bucket })),
      },
    }),
  }
}
