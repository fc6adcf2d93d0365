import pg from 'pg'
import type { BenchServer } from '../bench-server.ts'
import { buildFleet, type FleetTenant } from '../fleet.ts'
import type { Figure } from '../report.ts'

/** One of the two servers that are compared. */
export type Side = {
  server: BenchServer
  fleet: readonly FleetTenant[]
  /** a superuser in the database of the product */
  inspector: pg.Client
  close: () => Promise<void>
}

/** Few tenants and many, measured in turn. */
export type Sides = { few: Side; many: Side }

/** A fleet of a size on a server, with what looks into it. */
export async function openSide(server: BenchServer, count: number): Promise<Side> {
  const fleet = await buildFleet(server, { count })
  const inspector = new pg.Client({
    connectionString: server.superuserUrl.replace(/\/postgres\?/, '/berth?'),
  })
  await inspector.connect()
  return {
    ...{ server, fleet, inspector },
    close: async () => {
      await inspector.end()
      await server.close()
    },
  }
}

type Comparison = { few: number; many: number; unit: string; samples: number; limit?: number }

/** What many tenants cost beside few. @param limit of the ratio; without it the figure is shown only */
export function compare(name: string, { few, many, unit, samples, limit }: Comparison): Figure {
  const ratio = few === 0 ? null : many / few
  return {
    ...{ suite: 'growth', name, value: many, unit, floor: few, ratio, samples },
    target: limit === undefined ? 'shown' : `<= ${limit}x`,
    met: limit === undefined || (ratio ?? 0) <= limit,
  }
}

/** A figure of the larger fleet alone. */
export function show(name: string, value: number, unit: string): Figure {
  const target = 'shown'
  return { suite: 'growth', name, value, unit, floor: null, ratio: null, target, met: true, samples: 1 }
}

/** Says on stderr what is being done, since all of it takes minutes. */
export function tell(what: string): void {
  process.stderr.write(`growth: ${what}\n`)
}
