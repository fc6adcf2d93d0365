import type { KeyObject } from 'node:crypto'
import type { PlatformTx } from '#src/db/server/database.ts'
import { chainProblems, type ChainHead, type ChainProblem, type ChainProof } from '../chain-proof.ts'
import { findLinkHash, findUnlinkedEntry, getChainClaim, judgeLinks } from './chain.repository.ts'
import { judgeSeal } from './seal.ts'
import { listSeals } from './seal.repository.ts'

/** Links in one statement: few enough for an index walk, enough for the round trip not to count. */
const STRETCH = 5_000

export type VerifyOptions = {
  /** the tenant, or the nil UUID for the platform */
  chain: string
  sealKey: KeyObject
  /** what an earlier check saw as the end of this chain */
  witness?: ChainHead | undefined
  /** called as links are recomputed */
  onProgress?: ((done: number, total: number) => void) | undefined
}

type Finding = Omit<ChainProblem, 'message'>

/**
 * Recomputes a whole chain from its first link: every entry is still what it was when it was written, none
 * is missing, none was slipped in, and the end is where the last seal and the witness say. Entries that are
 * written meanwhile are left for the next time. Memory stays flat however long the chain is.
 */
export async function verifyChain(db: PlatformTx, options: VerifyOptions): Promise<ChainProof> {
  const { chain } = options
  const startedAt = performance.now()
  const seals = await readSeals(db, options)
  const claim = await getChainClaim(db, chain)
  const walk = await walkLinks(db, options, { to: claim.head?.seq ?? 0, prunedSeq: seals.prunedSeq })
  const finding =
    walk.finding ??
    judgeHead(claim, walk) ??
    (await findUnlinked(db, chain, claim.entries - walk.entries)) ??
    seals.finding ??
    (await judgeWitness(db, options, claim.head))
  return {
    chain,
    links: walk.links,
    entries: walk.entries,
    head: claim.head,
    seals: { valid: seals.valid, foreign: seals.foreign },
    verifiedAt: new Date().toISOString(),
    durationMs: Math.round(performance.now() - startedAt),
    problem: finding ? { ...finding, message: chainProblems[finding.kind] } : null,
  }
}

async function readSeals(db: PlatformTx, { chain, sealKey }: VerifyOptions) {
  const seals = await listSeals(db, chain)
  const judged = seals.map((seal) => ({ seal, verdict: judgeSeal(sealKey, seal) }))
  const valid = judged.filter(({ verdict }) => verdict === 'valid').map(({ seal }) => seal)
  const forged = judged.find(({ verdict }) => verdict === 'forged')?.seal
  const broken = valid.find(({ hash, linkHash }) => hash !== linkHash)
  return {
    valid: valid.length,
    foreign: judged.filter(({ verdict }) => verdict === 'foreign').length,
    prunedSeq: valid[0]?.prunedSeq ?? 0,
    finding: broken
      ? findingOf(broken.linkHash === null ? 'tail_missing' : 'history_rewritten', broken.seq)
      : forged && findingOf('seal_forged', forged.seq),
  }
}

type Walk = { links: number; entries: number; lastHash: string; finding?: Finding | undefined }

async function walkLinks(
  db: PlatformTx,
  { chain, onProgress }: VerifyOptions,
  { to: last, prunedSeq }: { to: number; prunedSeq: number },
): Promise<Walk> {
  const walk: Walk = { links: 0, entries: 0, lastHash: '' }
  for (let from = 1; from <= last; from += STRETCH) {
    const to = Math.min(last, from + STRETCH - 1)
    const { problem, ...verdict } = await judgeLinks(db, {
      chain,
      from,
      to,
      previousHash: walk.lastHash,
      prunedSeq,
    })
    walk.links += verdict.links
    walk.entries += verdict.entries
    walk.finding =
      problem ?? (verdict.lastSeq === to ? undefined : findingOf('gap', (verdict.lastSeq ?? from - 1) + 1))
    if (walk.finding) return walk
    walk.lastHash = verdict.lastHash ?? ''
    onProgress?.(to, last)
  }
  return walk
}

function judgeHead(
  { head, lastSeq }: Awaited<ReturnType<typeof getChainClaim>>,
  walk: Walk,
): Finding | undefined {
  if (lastSeq !== (head?.seq ?? 0)) return findingOf('head_differs', lastSeq)
  if (head && head.hash !== walk.lastHash) return findingOf('head_differs', head.seq)
  return undefined
}

/** Every link has an entry of its own, so as many entries as links means that each has one. */
async function findUnlinked(db: PlatformTx, chain: string, surplus: number): Promise<Finding | undefined> {
  if (surplus === 0) return undefined
  const entryId = await findUnlinkedEntry(db, chain)
  return entryId === undefined ? undefined : { kind: 'entry_unlinked', seq: null, entryId }
}

async function judgeWitness(
  db: PlatformTx,
  { chain, witness }: VerifyOptions,
  head: ChainHead | null,
): Promise<Finding | undefined> {
  if (!witness) return undefined
  if (witness.seq > (head?.seq ?? 0)) return findingOf('tail_missing', witness.seq)
  const hash = await findLinkHash(db, { chain, seq: witness.seq })
  return hash === witness.hash ? undefined : findingOf('history_rewritten', witness.seq)
}

function findingOf(kind: Finding['kind'], seq: number): Finding {
  return { kind, seq, entryId: null }
}
