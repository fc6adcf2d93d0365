import { describe, expect, it } from 'vitest'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { newId } from '#src/shared/ids.ts'
import { PLATFORM_CHAIN } from '../chain-proof.ts'
import { appendAudit, systemActor } from './append-audit.repository.ts'
import { sealChains } from './seal-chains.ts'
import { createSeal } from './seal.repository.ts'
import { signSeal } from './seal.ts'
import { createChainedTenant, testSealKey, verify, writeLines } from './testing/chained-tenant.ts'
import { verifyChain } from './verify-chain.ts'

const current = useTestDatabase()
const logger = createLogger({ level: 'silent' })
const lines = 7

/** A chain of seven lines, in which the superuser then does as they like. */
async function tamperedChain(tampering: (chain: string) => string): Promise<string> {
  const chain = await createChainedTenant(current())
  await writeLines(current(), chain, lines)
  expect(await verify(current(), chain)).toMatchObject({ links: lines, entries: lines, problem: null })
  await current().inspect(tampering(chain))
  return chain
}

const nth = (chain: string, seq: number) =>
  `(select entry_id from platform.audit_chain where chain = '${chain}' and seq = ${seq})`
const unwatched = (sql: string) =>
  `set session_replication_role = replica; ${sql}; set session_replication_role = origin`
const entryRow = (chain: string) => `insert into platform.audit_log
  (id, tenant_id, actor_kind, action, resource_type) values ('${newId()}', '${chain}', 'system', 'x', 'x')`

describe('a chain that nobody touched', () => {
  it('holds, for tenants, the platform and a tenant without a line', async () => {
    const chain = await createChainedTenant(current())
    expect(await verify(current(), chain)).toMatchObject({ links: 0, head: null, problem: null })
    await writeLines(current(), chain, 3)
    expect(await verify(current(), chain)).toMatchObject({ head: { seq: 3 }, problem: null })
    await appendAudit(current().database.platform, {
      tenantId: null,
      actor: systemActor(),
      action: 'auth.sign_in_failed',
      resource: { type: 'user', id: null },
    })
    expect(await verify(current(), PLATFORM_CHAIN)).toMatchObject({ problem: null })
  })

  it('tells the same to the tenant itself, in its own scope', async () => {
    const chain = await createChainedTenant(current())
    await writeLines(current(), chain, 3)
    const proof = await withTenantScope({ tenantId: chain, schemaName: 'x', roleName: 'x' }, () =>
      verifyChain(current().database.member, { chain, sealKey: testSealKey }),
    )
    expect(proof).toMatchObject({ links: 3, entries: 3, head: { seq: 3 }, problem: null })
  })
})

describe('the superuser of the database is found out who', () => {
  const tamperings: [string, (chain: string) => string, object][] = [
    [
      'changes the text of an entry',
      (chain) => `update platform.audit_log set details = '{"line": 99}' where id = ${nth(chain, 3)}`,
      { kind: 'entry_changed', seq: 3 },
    ],
    [
      'changes the time of an entry',
      (chain) =>
        `update platform.audit_log set created_at = created_at - interval '1 microsecond' where id = ${nth(chain, 4)}`,
      { kind: 'entry_changed', seq: 4 },
    ],
    [
      'changes an entry and its digest',
      (chain) => `update platform.audit_log set action = 'nothing' where id = ${nth(chain, 3)};
        update platform.audit_chain c set digest = platform.audit_digest(l) from platform.audit_log l
        where l.id = c.entry_id and c.chain = '${chain}' and c.seq = 3`,
      { kind: 'link_changed', seq: 3 },
    ],
    [
      'deletes an entry',
      (chain) => `delete from platform.audit_log where id = ${nth(chain, 5)}`,
      { kind: 'entry_missing', seq: 5 },
    ],
    [
      'deletes an entry with its link',
      (chain) => `delete from platform.audit_log where id = ${nth(chain, 5)};
        delete from platform.audit_chain where chain = '${chain}' and seq = 5`,
      { kind: 'gap', seq: 5 },
    ],
    [
      'deletes the first entry with its link',
      (chain) => `delete from platform.audit_log where id = ${nth(chain, 1)};
        delete from platform.audit_chain where chain = '${chain}' and seq = 1`,
      { kind: 'gap', seq: 1 },
    ],
    ['slips an entry in', (chain) => unwatched(entryRow(chain)), { kind: 'entry_unlinked', seq: null }],
    [
      'swaps two entries',
      (chain) => `update platform.audit_chain set seq = -seq where chain = '${chain}' and seq in (2, 3);
        update platform.audit_chain set seq = 5 + seq where chain = '${chain}' and seq < 0`,
      { kind: 'link_changed', seq: 2 },
    ],
    [
      'takes the last lines away, links too',
      (chain) => `delete from platform.audit_log where id in (${nth(chain, 6)}, ${nth(chain, 7)});
        delete from platform.audit_chain where chain = '${chain}' and seq > 5`,
      { kind: 'gap', seq: 6 },
    ],
    [
      'writes a link behind the head',
      (chain) => `insert into platform.audit_chain select chain, 8, '${newId()}', digest, hash
        from platform.audit_chain where chain = '${chain}' and seq = 7`,
      { kind: 'head_differs' },
    ],
    [
      'removes the head',
      (chain) => `delete from platform.audit_heads where chain = '${chain}'`,
      { kind: 'head_differs' },
    ],
    [
      'changes the head',
      (chain) => `update platform.audit_heads set hash = sha256(hash) where chain = '${chain}'`,
      { kind: 'head_differs', seq: 7 },
    ],
  ]
  it.each(tamperings)('%s', async (_, tampering, found) => {
    const chain = await tamperedChain(tampering)
    expect((await verify(current(), chain)).problem).toMatchObject(found)
  })

  it('gives an entry to another tenant', async () => {
    const other = await createChainedTenant(current())
    const chain = await tamperedChain(
      (from) => `update platform.audit_log set tenant_id = '${other}' where id = ${nth(from, 2)}`,
    )
    expect((await verify(current(), chain)).problem).toMatchObject({ kind: 'entry_of_other_chain', seq: 2 })
    expect((await verify(current(), other)).problem).toMatchObject({ kind: 'entry_unlinked' })
  })
})

/** What somebody does who knows how the chain is made: everything fits again afterwards. */
const truncated = (chain: string) => `delete from platform.audit_log where id in
    (select entry_id from platform.audit_chain where chain = '${chain}' and seq > 5);
  delete from platform.audit_chain where chain = '${chain}' and seq > 5;
  update platform.audit_heads h set seq = c.seq, hash = c.hash from platform.audit_chain c
  where c.chain = h.chain and c.chain = '${chain}' and c.seq = 5`
const rewritten = (
  chain: string,
) => `update platform.audit_log set action = 'nothing' where id = ${nth(chain, 3)};
  create temp table kept as select l.* from platform.audit_log l join platform.audit_chain c on c.entry_id = l.id
    where c.chain = '${chain}' order by c.seq;
  delete from platform.audit_chain where chain = '${chain}'; delete from platform.audit_heads where chain = '${chain}';
  select platform.append_audit_link('${chain}', k.id, platform.audit_digest(k::text::platform.audit_log)) from kept k;
  drop table kept`

describe.each([
  ['truncated, head and all', truncated, 'tail_missing'],
  ['rewritten from the first link on', rewritten, 'history_rewritten'],
])('a chain that was %s', (_, tampering, kind) => {
  it('fits in itself', async () => {
    const chain = await tamperedChain(tampering)
    expect((await verify(current(), chain)).problem).toBeNull()
  })

  it('does not fit what was seen before', async () => {
    const chain = await createChainedTenant(current())
    await writeLines(current(), chain, lines)
    const { head } = await verify(current(), chain)
    await writeLines(current(), chain, 1)
    expect((await verify(current(), chain, { witness: head ?? undefined })).problem).toBeNull()
    await current().inspect(tampering(chain))
    const { problem } = await verify(current(), chain, { witness: head ?? undefined })
    expect(problem?.kind).toBe(kind)
  })

  it('does not fit its seal, which the database cannot make', async () => {
    const chain = await createChainedTenant(current())
    await writeLines(current(), chain, lines)
    expect(await sealChains(current().database.platform, { sealKey: testSealKey, logger })).toBeGreaterThan(0)
    expect(await verify(current(), chain)).toMatchObject({ seals: { valid: 1 }, problem: null })
    await current().inspect(tampering(chain))
    expect((await verify(current(), chain)).problem).toMatchObject({ kind, seq: lines })
    await current().inspect(
      `update platform.audit_seals s set seq = h.seq, hash = h.hash from platform.audit_heads h
       where h.chain = s.chain and s.chain = '${chain}'`,
    )
    expect((await verify(current(), chain)).problem).toMatchObject({ kind: 'seal_forged' })
  })
})

describe('sealing', () => {
  it('seals a grown chain once a day, and none that does not hold', async () => {
    const { platform } = current().database
    await sealChains(platform, { sealKey: testSealKey, logger })
    const chain = await createChainedTenant(current())
    await writeLines(current(), chain, 2)
    const seals = () => platform.auditSeal.count({ where: { chain } })
    await sealChains(platform, { sealKey: testSealKey, logger })
    await writeLines(current(), chain, 1)
    await sealChains(platform, { sealKey: testSealKey, logger })
    expect(await seals()).toBe(1)
    await current().inspect(
      `update platform.audit_seals set created_at = now() - interval '1 day' where chain = '${chain}'`,
    )
    await current().inspect(`update platform.audit_log set action = 'x' where id = ${nth(chain, 2)}`)
    await sealChains(platform, { sealKey: testSealKey, logger })
    expect(await seals()).toBe(1)
  })

  it('lets entries go whose retention has ended, and no others', async () => {
    const chain = await createChainedTenant(current())
    await writeLines(current(), chain, 4)
    const { head } = await verify(current(), chain)
    if (!head) throw new Error('There is a head.')
    await current().inspect(`delete from platform.audit_log where id in (${nth(chain, 1)}, ${nth(chain, 2)})`)
    expect((await verify(current(), chain)).problem).toMatchObject({ kind: 'entry_missing', seq: 1 })
    await createSeal(current().database.platform, signSeal(testSealKey, { chain, ...head, prunedSeq: 2 }))
    expect(await verify(current(), chain)).toMatchObject({ links: 4, entries: 2, problem: null })
    await current().inspect(`delete from platform.audit_log where id = ${nth(chain, 3)}`)
    expect((await verify(current(), chain)).problem).toMatchObject({ kind: 'entry_missing', seq: 3 })
  })
})
