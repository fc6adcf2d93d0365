import type { Installation } from '#src/admin/server/health/installation.ts'
import type { HealthParts } from '../http/health.ts'
import { PRODUCT_VERSION } from '../product-version.ts'
import { projectRoot } from '../project-root.ts'
import { readCurrentCommit } from './current-commit.ts'
import { listEnvFindings } from './env-findings.ts'

/** What is known of the process that answers. */
export type ProcessParts = Pick<HealthParts, 'worker' | 'redis'>
/** For those who want to know what can be asked, and ask nothing. */
export const noProcess: ProcessParts = { worker: () => 'off', redis: () => 'off' }

/** What this process tells the console of itself. */
export function describeInstallation({ worker, redis }: ProcessParts): Installation {
  return {
    version: PRODUCT_VERSION,
    worker,
    redis,
    readCommit: (env) => readCurrentCommit(projectRoot, env.COMMIT_SHA),
    listFindings: listEnvFindings,
  }
}
