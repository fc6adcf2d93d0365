import type { KeyObject } from 'node:crypto'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { Task } from '#src/jobs/server/define-task.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import { createSeal, listSeals, listUnsealedChains } from './seal.repository.ts'
import { judgeSeal, signSeal } from './seal.ts'
import { verifyChain } from './verify-chain.ts'

/** Done by one worker every hour: each chain that has grown is checked and sealed, once a day. */
export function createSealChainsTask(
  db: PlatformDb,
  { sealKey, logger }: { sealKey: KeyObject; logger: Logger },
): Task {
  return {
    name: 'audit.seal',
    schedule: '41 * * * *',
    handle: async () => {
      const sealed = await sealChains(db, { sealKey, logger })
      logger.info({ sealed }, 'audit chains sealed')
    },
  }
}

/**
 * Checks and seals what has grown. A chain that does not hold gets no seal: one would cover up what happened.
 * @returns how many were sealed
 */
export async function sealChains(
  db: PlatformDb,
  { sealKey, logger }: { sealKey: KeyObject; logger: Logger },
): Promise<number> {
  let sealed = 0
  for (const chain of await listUnsealedChains(db)) {
    const { head, problem } = await verifyChain(db, { chain, sealKey })
    if (problem) logger.error({ chain, problem }, 'the audit log of a tenant does not hold')
    if (problem || !head) continue
    const last = (await listSeals(db, chain)).find((seal) => judgeSeal(sealKey, seal) === 'valid')
    await createSeal(db, signSeal(sealKey, { chain, ...head, prunedSeq: last?.prunedSeq ?? 0 }))
    sealed += 1
  }
  return sealed
}
