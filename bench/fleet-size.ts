import { benchEnv } from './bench-env.ts'

/** How many tenants a suite builds: `BERTH_BENCH_TENANTS`, or its own number. */
export function fleetSize(byDefault: number): number {
  return benchEnv.BERTH_BENCH_TENANTS ?? byDefault
}
