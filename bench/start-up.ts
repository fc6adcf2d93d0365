import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootstrapDatabase } from '#src/db/server/bootstrap.ts'
import { openDatabase } from '#src/db/server/database.ts'
import { startEmbeddedPostgres } from '#src/db/server/embedded-postgres/embedded-postgres.ts'
import { benchEnv } from './bench-env.ts'
import { median, type Figure } from './report.ts'
import { startProduct } from './start-up/start-product.ts'

const ROUNDS = 5
const LIMIT_S = 5

/**
 * Processes as people start them: an empty database made ready, `npm start` until `/health` says 200, and the same behind a
 * crash of everything; on empty data, and on a kept fleet where there is one.
 */
export async function measure(): Promise<Figure[]> {
  const figures = [figure('empty database made ready', await repeat(timeFirstDatabase))]
  const dataDir = await mkdtemp(join(tmpdir(), 'berth-start-'))
  try {
    figures.push(...(await measureStarts(dataDir, 'no tenants')))
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
  const kept = benchEnv.BERTH_BENCH_FLEET_DIR
  return kept === undefined ? figures : [...figures, ...(await measureStarts(kept, 'kept fleet'))]
}

async function measureStarts(dataDir: string, name: string): Promise<Figure[]> {
  // The first one may build pages, or have to make up for how the data was left.
  await timeStart(dataDir, 'order')
  const warm = await repeat(() => timeStart(dataDir, 'order'))
  await timeStart(dataDir, 'crash')
  const crashed = await timeStart(dataDir, 'order')
  return [
    figure(`npm start to healthy, ${name}`, warm),
    { ...figure(`the same after kill -9 of everything, ${name}`, [crashed]), target: 'shown', met: true },
  ]
}

/** Seconds until it is healthy; then it is ended. */
async function timeStart(dataDir: string, end: 'order' | 'crash'): Promise<number> {
  const product = await startProduct(dataDir)
  await (end === 'order' ? product.stop() : product.crash())
  return product.seconds
}

/** Seconds. */
async function timeFirstDatabase(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'berth-start-'))
  const startedAt = performance.now()
  const server = await startEmbeddedPostgres({ dataDir })
  const database = openDatabase({ url: server.url, maxConnections: 2 })
  await bootstrapDatabase(database.pool)
  const seconds = (performance.now() - startedAt) / 1_000
  await database.close()
  await server.release()
  await rm(dataDir, { recursive: true, force: true })
  return seconds
}

async function repeat(work: () => Promise<number>): Promise<number[]> {
  const values: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) values.push(await work())
  return values
}

function figure(name: string, values: readonly number[]): Figure {
  const value = median(values)
  process.stderr.write(`start-up: ${name}: ${value.toFixed(2)} s\n`)
  return {
    ...{ suite: 'start-up', name, value, unit: 's', floor: null, ratio: null },
    ...{ target: `< ${LIMIT_S} s`, met: value < LIMIT_S, samples: values.length },
  }
}
