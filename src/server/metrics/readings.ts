import type { Pool } from 'pg'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { SocketServerCounts } from '#src/realtime/server/socket-server.ts'
import { registerFleetReadings } from './fleet-readings.ts'

type Source = {
  pool: Pool
  sockets: () => SocketServerCounts
  tenants: () => { hits: number; misses: number }
}

/** What others count already, looked up when somebody asks. */
export function registerReadings(registry: Registry, { pool, sockets, tenants }: Source): void {
  const registers = [registry]

  function state(name: string, help: string, value: () => number): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value())
      },
    })
  }
  function total(name: string, help: string, value: () => number): void {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(value())
      },
    })
  }

  state('berth_db_connections', 'Open connections to PostgreSQL.', () => pool.totalCount)
  state('berth_db_connections_idle', 'Those of them that nobody uses.', () => pool.idleCount)
  state('berth_db_waiting', 'Queries that wait for a connection.', () => pool.waitingCount)
  state('berth_sockets', 'Open sockets.', () => sockets().sockets)
  state('berth_watchers', 'Topics watched, each by each socket.', () => sockets().watchers)
  state('berth_listening', '1 while announcements arrive.', () => Number(sockets().listening))
  total('berth_live_events_total', 'Events sent to rooms.', () => sockets().events)
  total('berth_live_deliveries_total', 'Events sent to sockets.', () => sockets().deliveries)
  total('berth_live_latency_seconds_sum', 'From stored to sent, all together.', () => {
    return sockets().latency.sumMs / 1000
  })
  total('berth_live_latency_seconds_count', 'Events that was measured of.', () => sockets().latency.count)
  total('berth_tenant_directory_hits_total', 'Tenants known already.', () => tenants().hits)
  total('berth_tenant_directory_misses_total', 'Tenants asked for.', () => tenants().misses)
  new Counter({
    name: 'berth_live_latency_seconds_bucket',
    help: 'Events sent within the time, cumulative.',
    labelNames: ['le'],
    registers,
    collect() {
      const { count, buckets } = sockets().latency
      this.reset()
      for (const bucket of buckets) this.inc({ le: String(bucket.leMs / 1000) }, bucket.count)
      this.inc({ le: '+Inf' }, count)
    },
  })
  registerFleetReadings(registry, pool)
}
