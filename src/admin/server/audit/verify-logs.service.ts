import type { KeyObject } from 'node:crypto'
import { PLATFORM_CHAIN, type ChainProof } from '#src/audit/chain-proof.ts'
import { countChains, listChainsAfter } from '#src/audit/server/chain.repository.ts'
import { verifyChainOnce } from '#src/audit/server/verify-chain-once.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { ConsoleProof, ProofsPart } from '../../audit-log.ts'
import { listTenantNames } from '../tenants/tenant-names.repository.ts'

/** Logs of one part at most, and how long it looks for more: whoever watches is told often enough. */
const PART = 200
const PART_MS = 800

/** The proof of one log. @param tenantId the nil UUID for that of the platform */
export async function verifyLog(
  db: PlatformDb,
  { tenantId, sealKey }: { tenantId: string; sealKey: KeyObject },
): Promise<ConsoleProof> {
  const proof = await verifyChainOnce(db, { chain: tenantId, sealKey })
  const [named] = await withTenants(db, [proof])
  return named ?? { ...proof, tenant: null }
}

/** Proofs of the next logs, in the order of their ids; the platform's comes first. */
export async function verifyLogs(
  db: PlatformDb,
  { after, sealKey }: { after: string | undefined; sealKey: KeyObject },
): Promise<ProofsPart> {
  const startedAt = performance.now()
  const [total, chains] = await Promise.all([countChains(db), listChainsAfter(db, after, PART)])
  const proofs: ChainProof[] = []
  for (const chain of chains) {
    proofs.push(await verifyChainOnce(db, { chain, sealKey }))
    if (performance.now() - startedAt > PART_MS) break
  }
  const isEnd = proofs.length === chains.length && chains.length < PART
  return {
    proofs: await withTenants(db, proofs),
    total,
    next: isEnd ? null : (proofs.at(-1)?.chain ?? null),
  }
}

async function withTenants(db: PlatformDb, proofs: readonly ChainProof[]): Promise<ConsoleProof[]> {
  const tenants = await listTenantNames(
    db,
    proofs.map(({ chain }) => (chain === PLATFORM_CHAIN ? null : chain)),
  )
  return proofs.map((proof) => ({ ...proof, tenant: tenants.get(proof.chain) ?? null }))
}
