import type { Pool } from 'pg'
import { newId } from '#src/shared/ids.ts'
import type { StoredEvent } from '../../protocol.ts'
import { FLEET, idOf, runTopic, type StreamTopic } from '../../topic.ts'
import { formatNotification, NOTIFICATION_CHANNEL } from '../notification.ts'
import type { SocketCaller, TopicSources } from '../topic-source.ts'

/** Streams of numbered events in one small table, as a slice above would store them. */
export type EventTable = {
  sources: TopicSources
  /** a new stream of a tenant; its own token is `token-<id>` */
  createStream: (tenantId?: string) => { topic: StreamTopic; tenantId: string; token: string }
  /** Stores and announces that many more events, each in a transaction of its own; `silent` does not announce. */
  append: (topic: StreamTopic, count: number, options?: { silent?: boolean }) => Promise<void>
}

type Row = { tenant_id: string; seq: number; created_at: Date }

/** Who may watch: a run with its token, people of the tenant, and platform people everything. */
function maySee(caller: SocketCaller, tenantId: string): boolean {
  if (!caller.identity) return false
  return caller.identity.tenantId === tenantId || caller.identity.role === 'platform_admin'
}

export async function createEventTable(pool: Pool): Promise<EventTable> {
  await pool.query(`create schema if not exists realtime_test`)
  await pool.query(`create table if not exists realtime_test.events (
    run_id uuid not null, tenant_id uuid not null, seq int not null,
    created_at timestamptz not null default clock_timestamp(), primary key (run_id, seq))`)
  const streams = new Map<StreamTopic, string>()

  async function lastSeqs(topics: readonly StreamTopic[]): Promise<Map<StreamTopic, number>> {
    const { rows } = await pool.query<{ run_id: string; seq: number }>(
      'select run_id, max(seq) as seq from realtime_test.events where run_id = any($1) group by run_id',
      [topics.map(idOf)],
    )
    const stored = new Map(rows.map((row) => [runTopic(row.run_id), row.seq]))
    return new Map(
      topics.filter((topic) => streams.has(topic)).map((topic) => [topic, stored.get(topic) ?? 0]),
    )
  }

  async function countOf(tenantId: string | null): Promise<{ snapshot: { events: number } }> {
    const { rows } = await pool.query<{ events: number }>(
      'select count(*)::int as events from realtime_test.events where $1::uuid is null or tenant_id = $1',
      [tenantId],
    )
    return { snapshot: { events: rows[0]?.events ?? 0 } }
  }

  return {
    sources: {
      run: {
        authorize: async (caller, topic, token) => {
          const tenantId = streams.get(topic)
          return tenantId !== undefined && (token === `token-${idOf(topic)}` || maySee(caller, tenantId))
        },
        snapshot: async (topic) => {
          const lastSeq = (await lastSeqs([topic])).get(topic)
          return lastSeq === undefined ? null : { snapshot: { seen: lastSeq }, lastSeq }
        },
        eventsAfter: async (topic, seq) => {
          const { rows } = await pool.query<Row>(
            `select tenant_id, seq, created_at from realtime_test.events
             where run_id = $1 and seq > $2 order by seq limit 200`,
            [idOf(topic), seq],
          )
          return rows.map((row): StoredEvent => ({
            tenantId: row.tenant_id,
            seq: row.seq,
            at: row.created_at.toISOString(),
          }))
        },
        lastSeqs,
      },
      tenant: {
        authorize: async (caller, topic) => maySee(caller, idOf(topic)),
        snapshot: async (topic) => countOf(idOf(topic)),
      },
      fleet: {
        authorize: async (caller, topic) => topic === FLEET && caller.identity?.role === 'platform_admin',
        snapshot: async () => countOf(null),
      },
    },
    createStream: (tenantId = newId()) => {
      const topic = runTopic(newId())
      streams.set(topic, tenantId)
      return { topic, tenantId, token: `token-${idOf(topic)}` }
    },
    append: async (topic, count, { silent = false } = {}) => {
      const tenantId = streams.get(topic)
      if (tenantId === undefined) throw new Error('Create the stream first.')
      for (let index = 0; index < count; index += 1) {
        await pool.query(
          `with stored as (
             insert into realtime_test.events (run_id, tenant_id, seq)
             select $1, $2, coalesce(max(seq), 0) + 1 from realtime_test.events where run_id = $1
             returning seq)
           select case when not $5 then pg_notify($3, replace($4, '"seq":0', '"seq":' || seq)) end from stored`,
          [
            idOf(topic),
            tenantId,
            NOTIFICATION_CHANNEL,
            formatNotification({ topic, tenantId, seq: 0 }),
            silent,
          ],
        )
      }
    },
  }
}
