import { collectDefaultMetrics, Registry } from 'prom-client'
import { createObservations, type Observations } from './observations.ts'

export type Metrics = Observations & { registry: Registry }

/** The numbers of this process. Labels come from closed lists: no path, host, tenant or person is among them. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return { registry, ...createObservations(registry) }
}
