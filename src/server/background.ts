import { startLostJobSweep } from '#src/admin/server/nodes/lost-jobs.ts'
import { deriveAuthKeys } from '#src/auth/server/auth-keys.ts'
import type { Database } from '#src/db/server/database.ts'
import type { Env } from '#src/env.ts'
import { createFileStore } from '#src/files/server/file-store.ts'
import { startWorker } from '#src/jobs/server/runner.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import { createMailTransport } from '#src/mail/server/mail-transport.ts'
import { modules } from '#src/modules/registry.ts'
import { createClaim } from '#src/provisioning/server/pool/claim-warm-schema.ts'
import { askToFillOnStart } from '#src/provisioning/server/pool/pool.tasks.ts'
import { createStepTable } from '#src/provisioning/server/run-steps.ts'
import { createFaultPoint } from '#src/provisioning/server/fault.ts'
import { startWatchdog } from '#src/provisioning/server/watchdog.ts'
import { createBlueprintOf } from '#src/resources/server/module-blueprint.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { listModuleTasks } from './module-tasks.ts'
import { poolDepsOf } from './pool-parts.ts'
import type { Releasers } from './releasers.ts'
import type { SiteAddress } from './site-address.ts'
import { readAuthSecret } from './stored-secret.ts'
import { listTasks } from './task-list.ts'

type BackgroundParts = {
  database: Database
  env: Env
  logger: Logger
  site: SiteAddress
  releasers: Releasers
}

/** @property locks what the queue calls this process while it holds a job */
export type Background = { isAlive: () => boolean; locks: readonly string[] }

/** Starts taking jobs and looking after lost runs and jobs in this process, until it is released. */
export async function startBackground(parts: BackgroundParts): Promise<Background> {
  const { database, env, logger, site, releasers } = parts
  const connections = database.pool
  if (env.BERTH_FAULT) logger.warn({ fault: env.BERTH_FAULT }, 'a fault is being rehearsed')
  const mailFrom = env.BERTH_MAIL_FROM ?? `Berth <no-reply@${site.domain}>`
  const files = createFileStore(env)
  const migrations = await loadModuleMigrations(modules)
  const blueprintOf = createBlueprintOf(modules, migrations)
  const fault = createFaultPoint(env.BERTH_FAULT)
  const pool = poolDepsOf({ database, env, logger, blueprintOf, fault })
  const claim = pool.size > 0 ? createClaim(pool.fingerprint) : undefined
  const tasks = listTasks({
    provisioning: {
      ...{ pool: connections, logger, blueprintOf, fault },
      steps: createStepTable({ workspaceUrl: site.workspaceUrl, files, claim }),
    },
    pool,
    rollouts: { pool: connections, logger, migrations, blueprintOf },
    db: database.platform,
    files,
    sealKey: deriveAuthKeys(await readAuthSecret(env)).auditSeal,
    site,
    mailTransport: env.SMTP_URL ? createMailTransport(env.SMTP_URL, mailFrom) : null,
  })
  let isAlive = true
  const worker = await startWorker(connections, {
    tasks: [...tasks, ...listModuleTasks({ database, files })],
    logger,
  })
  worker.finished.then(
    () => (isAlive = false),
    (error: unknown) => {
      isAlive = false
      logger.error({ err: error }, 'the worker died')
    },
  )
  releasers.add('worker', () => worker.stop())
  const watchdog = startWatchdog(connections, { logger })
  releasers.add('watchdog', () => watchdog.stop())
  const lostJobs = startLostJobSweep(connections, { logger })
  releasers.add('lost jobs', () => lostJobs.stop())
  await askToFillOnStart(pool)
  return { isAlive: () => isAlive, locks: worker.locks }
}
