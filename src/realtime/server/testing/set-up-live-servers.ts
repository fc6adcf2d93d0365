import { afterEach, beforeAll, expect, vi } from 'vitest'
import { useTestDatabase, type TestDatabase } from '#src/db/server/testing/test-database.ts'
import { createEventTable, type EventTable } from './event-table.ts'
import {
  openPage,
  somebody,
  startLiveServer,
  type Followed,
  type LiveServer,
  type LiveServerOptions,
  type Page,
} from './live-server.ts'

export const PATIENCE = { timeout: 10_000, interval: 10 }

/** All numbers from the first to the last. */
export function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

export async function becomesLive({ statuses }: Followed): Promise<void> {
  await vi.waitFor(() => expect(statuses.at(-1)).toBe('live'), PATIENCE)
}

export type LiveServers = {
  testDatabase: () => TestDatabase
  table: () => EventTable
  /** Starts a server that listens already; on a port another one had, if given. */
  start: (options?: Partial<LiveServerOptions>) => Promise<LiveServer>
  /** Opens a page as somebody of the platform, unless told otherwise. */
  open: (server: LiveServer, identity?: ReturnType<typeof somebody> | null) => Page
}

/** Servers and pages for the test file that calls it; they end with the test that made them. */
export function setUpLiveServers(): LiveServers {
  const testDatabase = useTestDatabase()
  const servers: LiveServer[] = []
  const pages: Page[] = []
  let created: EventTable | undefined

  function table(): EventTable {
    if (!created) throw new Error('The table exists only while tests run.')
    return created
  }

  beforeAll(async () => {
    created = await createEventTable(testDatabase().database.pool)
  })
  afterEach(async () => {
    for (const page of pages.splice(0)) page.client.close()
    for (const server of servers.splice(0)) await server.stop()
  })
  return {
    testDatabase,
    table,
    start: async (options) => {
      const defaults = { databaseUrl: testDatabase().url, sources: table().sources }
      const server = await startLiveServer({ ...defaults, ...options })
      servers.push(server)
      await vi.waitFor(() => expect(server.realtime.counts().listening).toBe(true), PATIENCE)
      return server
    },
    open: ({ url }, identity = somebody(null)) => {
      const page = openPage(url, identity)
      pages.push(page)
      return page
    },
  }
}
