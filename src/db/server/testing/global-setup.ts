import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { bootstrapDatabase } from '../bootstrap.ts'
import { withDatabaseName } from '../database-url.ts'
import { startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: { superuserUrl: string; loginUrl: string; template: string }
  }
}

/** One real server for the whole test run, with a template database that is already bootstrapped. */
export default async function setUpTestServer({
  vitest,
}: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = vitest.getRootProject()
  // Each part of the suite asks for it; the first one starts it for all.
  if (root.getProvidedContext().testServer as unknown) return undefined
  const dataDir = await mkdtemp(join(tmpdir(), 'berth-test-'))
  const server = await startEmbeddedPostgres({ dataDir, durable: false })
  const template = `template_${randomUUID().slice(0, 8)}`
  await createTemplate(server.superuserUrl, server.url, template)
  root.provide('testServer', { superuserUrl: server.superuserUrl, loginUrl: server.url, template })
  return async () => {
    await server.release()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function createTemplate(superuserUrl: string, loginUrl: string, template: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
  await superuser.query(`create database ${template} owner berth`)
  await superuser.end()
  const pool = new pg.Pool({ connectionString: withDatabaseName(loginUrl, template), max: 4, pipeline: true })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  await bootstrapDatabase(pool)
  await pool.end()
}
