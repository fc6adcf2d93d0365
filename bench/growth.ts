import { loadavg } from 'node:os'
import { startBenchServer } from './bench-server.ts'
import { fleetSize } from './fleet-size.ts'
import { measureBackends } from './growth/backends.ts'
import { measureCalls } from './growth/calls.ts'
import { measureCatalogs } from './growth/catalogs.ts'
import { measureMemberships } from './growth/memberships.ts'
import { measureProvisioning } from './growth/provision.ts'
import { openSide, tell } from './growth/side.ts'
import type { Figure } from './report.ts'

const FEW = 50
const MANY = 1_000

/**
 * What a tenant costs among many, beside what it costs among few: two servers on the same machine, asked in turn, so that
 * noise meets both. The smaller one is always new.
 */
export async function measure(): Promise<Figure[]> {
  const few = await openSide(await startBenchServer({ isPassing: true }), FEW)
  const many = await openSide(await startBenchServer(), Math.max(FEW, fleetSize(MANY)))
  const sides = { few, many }
  try {
    const figures: Figure[] = []
    tell('calls')
    figures.push(...(await measureCalls(sides)))
    tell('provisioning')
    figures.push(...(await measureProvisioning(sides)))
    tell('memberships')
    figures.push(...(await measureMemberships(sides)))
    tell('backends')
    figures.push(...(await measureBackends(many)))
    tell('catalogs')
    figures.push(...(await measureCatalogs(sides)))
    tell(
      `load of the machine: ${loadavg()
        .map((average) => average.toFixed(1))
        .join(', ')}`,
    )
    return figures
  } finally {
    await few.close()
    await many.close()
  }
}
