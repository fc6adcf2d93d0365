import { createSecretKey } from 'node:crypto'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import { newId } from '#src/shared/ids.ts'
import { appendAudit, systemActor } from '../append-audit.repository.ts'
import { verifyChain, type VerifyOptions } from '../verify-chain.ts'

export const testSealKey = createSecretKey(Buffer.alloc(32, 7))

/** A tenant with nothing but a row, for tests of its log. @returns its id */
export async function createChainedTenant({ database }: TestDatabase): Promise<string> {
  const id = newId()
  const short = id.replaceAll('-', '')
  await database.platform.tenant.create({
    data: {
      id,
      subdomain: `c${short.slice(-20)}`,
      businessName: 'Chained',
      industry: 'pet-care',
      timezone: 'UTC',
      currency: 'EUR',
      plan: 'free',
      status: 'trial',
      schemaName: `t_${short}`,
      roleName: `berth_t_${short}`,
    },
  })
  return id
}

/** Writes `count` lines into the log of a tenant, each in a transaction of its own. */
export async function writeLines({ database }: TestDatabase, tenantId: string, count: number): Promise<void> {
  for (let line = 1; line <= count; line += 1) {
    await appendAudit(database.platform, {
      tenantId,
      actor: systemActor(),
      action: 'tenants.update',
      resource: { type: 'tenants', id: tenantId },
      details: { line },
    })
  }
}

export function verify({ database }: TestDatabase, chain: string, more: Partial<VerifyOptions> = {}) {
  return verifyChain(database.platform, { chain, sealKey: testSealKey, ...more })
}
