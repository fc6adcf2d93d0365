import type { PlatformTx } from '#src/db/server/database.ts'
import { PLATFORM_CHAIN, type ChainHead, type ChainProblemKind } from '../chain-proof.ts'

/** One snapshot of what a chain claims to be. */
export type ChainClaim = { head: ChainHead | null; lastSeq: number; entries: number }

export type LinkRange = {
  chain: string
  from: number
  to: number
  /** hash of the link before `from`, empty at the beginning */
  previousHash: string
  /** entries up to here may be gone */
  prunedSeq: number
}

export type LinkVerdict = {
  links: number
  entries: number
  lastSeq: number | null
  lastHash: string | null
  problem: { kind: ChainProblemKind; seq: number; entryId: string | null } | null
}

/** Head, last link and number of entries, as of one moment. */
export async function getChainClaim(db: PlatformTx, chain: string): Promise<ChainClaim> {
  const tenantId = chain === PLATFORM_CHAIN ? null : chain
  const [row] = await db.$queryRaw<
    { seq: number | null; hash: string | null; lastSeq: number; entries: number }[]
  >`
    select h.seq::float8 as seq, encode(h.hash, 'hex') as hash,
      coalesce((select max(seq) from platform.audit_chain where chain = ${chain}::uuid), 0)::float8 as "lastSeq",
      ((select count(*) from platform.audit_log where tenant_id = ${tenantId}::uuid)
        + (select count(*) from platform.audit_log where tenant_id is null and ${tenantId}::uuid is null)
      )::float8 as entries
    from (values (${chain}::uuid)) asked (chain) left join platform.audit_heads h on h.chain = asked.chain`
  if (!row) throw new Error('A row of values is always there.')
  const { seq, hash, lastSeq, entries } = row
  return { head: seq === null || hash === null ? null : { seq, hash }, lastSeq, entries }
}

/** Recomputes a stretch of links and compares each with its entry; names the first that is wrong. */
export async function judgeLinks(db: PlatformTx, range: LinkRange): Promise<LinkVerdict> {
  const { chain, from, to, previousHash, prunedSeq } = range
  const [verdict] = await db.$queryRaw<LinkVerdict[]>`
    with links as (
      select seq, entry_id, digest, hash,
        lag(hash, 1, decode(${previousHash}, 'hex')) over by_seq as previous,
        lag(seq, 1, ${from}::bigint - 1) over by_seq as previous_seq
      from platform.audit_chain
      where chain = ${chain}::uuid and seq between ${from}::bigint and ${to}::bigint
      window by_seq as (order by seq)
    ), judged as (
      select l.seq, l.entry_id, l.hash, l.previous_seq, e.id is not null as has_entry, case
        when l.seq <> l.previous_seq + 1 then 'gap'
        when sha256(l.previous || l.digest) <> l.hash then 'link_changed'
        when e.id is null and l.seq > ${prunedSeq}::bigint then 'entry_missing'
        when e.id is null then null
        when coalesce(e.tenant_id, ${PLATFORM_CHAIN}::uuid) <> ${chain}::uuid then 'entry_of_other_chain'
        when platform.audit_digest(e) <> l.digest then 'entry_changed' end as kind
      from links l left join platform.audit_log e on e.id = l.entry_id
    ), first_wrong as (
      select kind, entry_id, case kind when 'gap' then previous_seq + 1 else seq end as seq
      from judged where kind is not null order by judged.seq limit 1
    )
    select count(*)::int as links, count(*) filter (where has_entry)::int as entries,
      max(seq)::float8 as "lastSeq",
      (select encode(hash, 'hex') from judged order by seq desc limit 1) as "lastHash",
      (select json_build_object('kind', kind, 'seq', seq, 'entryId', case kind when 'gap' then null else entry_id end)
        from first_wrong) as problem
    from judged`
  if (!verdict) throw new Error('A count is always there.')
  return verdict
}

/** The oldest entry that no link of its chain knows. */
export async function findUnlinkedEntry(db: PlatformTx, chain: string): Promise<string | undefined> {
  const tenantId = chain === PLATFORM_CHAIN ? null : chain
  const rows = await db.$queryRaw<{ id: string }[]>`
    select e.id from platform.audit_log e
    where (e.tenant_id = ${tenantId}::uuid or (e.tenant_id is null and ${tenantId}::uuid is null))
      and not exists (select from platform.audit_chain c where c.entry_id = e.id and c.chain = ${chain}::uuid)
    order by e.created_at, e.id limit 1`
  return rows[0]?.id
}

/** The hash of one link. @returns nothing when there is no such link */
export async function findLinkHash(
  db: PlatformTx,
  { chain, seq }: { chain: string; seq: number },
): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ hash: string }[]>`
    select encode(hash, 'hex') as hash from platform.audit_chain
    where chain = ${chain}::uuid and seq = ${seq}::bigint`
  return rows[0]?.hash
}

/** All chains there are, and with them those of tenants that have entries but no chain any more. */
export async function listChains(db: PlatformTx): Promise<string[]> {
  const rows = await db.$queryRaw<{ chain: string }[]>`
    select chain::text from platform.audit_heads union select chain::text from platform.audit_seals
    union select id::text from platform.tenants order by chain`
  return rows.map(({ chain }) => chain)
}

/** Ids of the next chains in order, those of tenants that have entries but no chain any more among them. */
export async function listChainsAfter(
  db: PlatformTx,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  // Nothing sorts before the nil UUID, which is the platform's own chain.
  const rows = await db.$queryRaw<{ chain: string }[]>`
    with asked as (select ${after ?? null}::uuid as after)
    select chain::text from (
      select ${PLATFORM_CHAIN}::uuid as chain from asked where after is null
      union (select chain from platform.audit_heads, asked where after is null or chain > after order by chain limit ${limit})
      union (select id from platform.tenants, asked where after is null or id > after order by id limit ${limit})
      union (select distinct chain from platform.audit_seals, asked where after is null or chain > after
        order by chain limit ${limit})
    ) known order by chain limit ${limit}`
  return rows.map(({ chain }) => chain)
}

/** How many chains there are, as far as heads and tenants tell. */
export async function countChains(db: PlatformTx): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select ${PLATFORM_CHAIN}::uuid as chain union select chain from platform.audit_heads
      union select id from platform.tenants) known`
  return row?.count ?? 0
}
