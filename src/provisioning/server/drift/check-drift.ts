import type { PoolClient } from 'pg'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import type { DriftReport, DriftSkip, DriftSummary } from '../../drift.ts'
import { listFingerprints, type Fingerprint } from './fingerprint.repository.ts'
import { keepPlanes, listFleetState, type FleetTenant } from './fleet-state.repository.ts'
import { buildGolden, type Golden, type GoldenDeps } from './golden.ts'
import { createLedgerReader, type KnownState, type LedgerState } from './ledger-state.ts'
import { listOrphans } from './orphans.repository.ts'
import { reportFindings, reportOrphans } from './report-findings.ts'
import { readStructures } from './structure.repository.ts'

/** Planes of one statement: enough to be worth a scan of the catalogs, few enough for little memory. */
const SCAN = 2_500
const SCANS_AT_ONCE = 2
/** Tenants that are looked at closely at a time; nobody migrates them meanwhile. */
const CLOSE_LOOK = 100

/** What a check found. */
export type DriftCheck = { summary: DriftSummary; reports: DriftReport[] }

export type CheckOptions = {
  /** only these tenants, and nothing that belongs to none */
  tenantIds?: readonly string[]
  onProgress?: (done: number, total: number) => void
}

/** Goldens of one check, each built when the first tenant asks for it. */
type Goldens = (state: KnownState) => Promise<Golden>

/**
 * Compares what tenants have with what this code would build for them. A quick look tells which of them differ at all; those
 * are read closely while nobody changes them, so that work under way is never taken for drift.
 */
export async function checkDrift(deps: GoldenDeps, options: CheckOptions = {}): Promise<DriftCheck> {
  const startedAt = performance.now()
  const tenants = await withPlatformTransaction(deps.pool, (client) =>
    listFleetState(client, options.tenantIds ?? null),
  )
  const readLedger = createLedgerReader(deps.migrations)
  const built = new Map<string, Promise<Golden>>()
  const goldens: Goldens = ({ key, migrations }) => {
    const golden = built.get(key) ?? buildGolden(deps, migrations)
    built.set(key, golden)
    return golden
  }
  const skipped: Record<DriftSkip, number> = { busy: 0, newer: 0, edited: 0 }
  const suspects: FleetTenant[] = []
  let [objects, compared] = [0, 0]
  await inChunks(tenants, { size: SCAN, atOnce: SCANS_AT_ONCE }, async (chunk) => {
    const found = await takeFingerprints(deps, chunk)
    for (const tenant of chunk) {
      const state = readLedger(tenant.applied)
      if ('skip' in state) skipped[state.skip] += 1
      else {
        const fingerprint = found.get(tenant.schemaName)
        objects += fingerprint?.objects ?? 0
        const golden = await goldens(state)
        if (!fingerprint || !golden.hashes.has(fingerprint.hash)) suspects.push(tenant)
      }
    }
    options.onProgress?.((compared += chunk.length), tenants.length)
  })
  const reports: DriftReport[] = []
  await inChunks(suspects, { size: CLOSE_LOOK, atOnce: 1 }, async (chunk) => {
    const looked = await lookClosely(deps, chunk, { readLedger, goldens })
    skipped.busy += looked.busy
    reports.push(...looked.reports)
  })
  if (!options.tenantIds) reports.push(...(await findOrphans(deps)))
  const all = reports.flatMap(({ findings }) => findings)
  const isCritical = all.filter(({ severity }) => severity === 'critical').length
  return {
    reports,
    summary: {
      tenants: tenants.length - skipped.busy - skipped.newer - skipped.edited,
      ...{ objects, skipped, goldens: built.size, durationMs: performance.now() - startedAt },
      ...{ critical: isCritical, warning: all.length - isCritical },
    },
  }
}

async function takeFingerprints(
  { pool }: GoldenDeps,
  tenants: readonly FleetTenant[],
): Promise<Map<string, Fingerprint>> {
  return withPlatformTransaction(pool, async (client) => {
    await prepareScan(client)
    const found = await listFingerprints(client, tenants)
    return new Map(found.map((fingerprint) => [fingerprint.schemaName, fingerprint]))
  })
}

type Look = { readLedger: (applied: readonly string[]) => LedgerState; goldens: Goldens }

/** Reads tenants again that looked different, those that somebody is changing just now left out. */
async function lookClosely(
  { pool }: GoldenDeps,
  suspects: readonly FleetTenant[],
  { readLedger, goldens }: Look,
): Promise<{ busy: number; reports: DriftReport[] }> {
  return withPlatformTransaction(pool, async (client) => {
    await prepareScan(client)
    const ids = suspects.map(({ tenantId }) => tenantId)
    const kept = [...(await keepPlanes(client, ids))]
    const tenants = await listFleetState(client, kept)
    const fingerprints = new Map(
      (await listFingerprints(client, tenants)).map(({ schemaName, hash }) => [schemaName, hash]),
    )
    // Tenants that differ in the same way are read once.
    const alike = new Map<string, FleetTenant[]>()
    for (const tenant of tenants) {
      const key = `${tenant.applied.join()} ${fingerprints.get(tenant.schemaName) ?? ''}`
      alike.set(key, [...(alike.get(key) ?? []), tenant])
    }
    const firsts = [...alike.values()].flatMap(([first]) => first ?? [])
    const structures = await readStructures(client, firsts)
    const reports: DriftReport[] = []
    for (const group of alike.values()) {
      const [first] = group
      const state = first && readLedger(first.applied)
      if (!state || 'skip' in state) continue
      const structure = structures.get(first.schemaName)
      const golden = await goldens(state)
      reports.push(...group.flatMap((tenant) => reportFindings(tenant, { golden, structure }) ?? []))
    }
    return { busy: suspects.length - kept.length, reports }
  })
}

async function findOrphans({ pool }: GoldenDeps): Promise<DriftReport[]> {
  return withPlatformTransaction(pool, async (client) => reportOrphans(await listOrphans(client)))
}

/** Settings for statements that look at whole catalogs. */
async function prepareScan(client: PoolClient): Promise<void> {
  await client.query(
    `set local statement_timeout to '120s'; set local idle_in_transaction_session_timeout to '120s';
     set local work_mem to '64MB'; set local jit to off`,
  )
}

async function inChunks<T>(
  items: readonly T[],
  { size, atOnce }: { size: number; atOnce: number },
  body: (chunk: T[]) => Promise<void>,
): Promise<void> {
  let next = 0
  async function work(): Promise<void> {
    while (next < items.length) {
      const chunk = items.slice(next, next + size)
      next += size
      await body(chunk)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
