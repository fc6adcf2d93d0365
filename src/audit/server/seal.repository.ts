import type { PlatformTx } from '#src/db/server/database.ts'

/** The state of a chain that was signed; hash and signature in hex. */
export type Seal = {
  chain: string
  seq: number
  hash: string
  prunedSeq: number
  keyId: string
  signature: string
}

/** Newest first, each with what the chain says today; null when the link is gone. */
export async function listSeals(
  db: PlatformTx,
  chain: string,
): Promise<(Seal & { linkHash: string | null })[]> {
  return db.$queryRaw`
    select s.chain::text, s.seq::float8 as seq, encode(s.hash, 'hex') as hash, s.pruned_seq::float8 as "prunedSeq",
      s.key_id as "keyId", encode(s.signature, 'hex') as signature, encode(c.hash, 'hex') as "linkHash"
    from platform.audit_seals s left join platform.audit_chain c on c.chain = s.chain and c.seq = s.seq
    where s.chain = ${chain}::uuid order by s.seq desc limit 1000`
}

/** Chains that have grown since their last seal, where that is a day old or there is none. */
export async function listUnsealedChains(db: PlatformTx): Promise<string[]> {
  const rows = await db.$queryRaw<{ chain: string }[]>`
    select h.chain::text from platform.audit_heads h
    left join lateral (
      select seq, created_at from platform.audit_seals where chain = h.chain order by seq desc limit 1
    ) s on true
    where s.seq is null or (s.seq < h.seq and s.created_at < now() - interval '23 hours')
    order by h.chain`
  return rows.map(({ chain }) => chain)
}

/** Stores a seal; of two workers that seal the same state, the first has done it. */
export async function createSeal(db: PlatformTx, seal: Seal): Promise<void> {
  const { chain, seq, hash, prunedSeq, keyId, signature } = seal
  await db.$executeRaw`
    insert into platform.audit_seals (chain, seq, hash, pruned_seq, key_id, signature)
    values (${chain}::uuid, ${seq}::bigint, decode(${hash}, 'hex'), ${prunedSeq}::bigint, ${keyId},
      decode(${signature}, 'hex'))
    on conflict do nothing`
}
