import type { PlatformTx } from '#src/db/server/database.ts'
import type { ChainProof } from '../chain-proof.ts'
import { verifyChain, type VerifyOptions } from './verify-chain.ts'

/** Checks under way in this process. Only results are shared, no connection or right. */
const underWay = new Map<string, Promise<ChainProof>>()

/** Whoever asks while a chain is being checked gets the result of that check: it reads the whole log. */
export async function verifyChainOnce(db: PlatformTx, options: VerifyOptions): Promise<ChainProof> {
  const { chain } = options
  const running = underWay.get(chain)
  if (running) return running
  const check = verifyChain(db, options).finally(() => underWay.delete(chain))
  underWay.set(chain, check)
  return check
}
