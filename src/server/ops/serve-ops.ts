import type { IncomingMessage, ServerResponse } from 'node:http'
import { platformRoles } from '#src/auth/identity.ts'
import { readIdentity } from '#src/auth/server/request-identity.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { requirePlatformRole } from '#src/tenancy/server/platform-procedure.ts'
import type { SiteServices } from '../http/call-context.ts'
import { findSite } from '../http/find-site.ts'
import { checkParts, type HealthParts } from '../http/health.ts'
import { respondJson } from '../http/respond.ts'
import { projectRoot } from '../project-root.ts'
import { readCurrentCommit } from './current-commit.ts'
import { listEnvFindings } from './env-findings.ts'

export const OPS_PREFIX = '/ops/'

/**
 * Answers the questions of whoever runs this installation.
 * @throws AppError UNAUTHENTICATED, TENANT_MISMATCH, FORBIDDEN for others, NOT_FOUND for other questions
 */
export async function serveOps(
  services: SiteServices,
  { req, res, health }: { req: IncomingMessage; res: ServerResponse; health: HealthParts },
): Promise<void> {
  if (req.method !== 'GET') throw new AppError('METHOD_NOT_ALLOWED')
  await requirePlatformPerson(services, req)
  const { env } = services
  switch (req.url?.split('?', 1)[0]) {
    case `${OPS_PREFIX}current-commit`:
      respondJson(res, 200, await readCurrentCommit(projectRoot, env.COMMIT_SHA))
      return
    case `${OPS_PREFIX}env-sanity`: {
      const parts = await checkParts(health)
      const variables = listEnvFindings(env)
      respondJson(res, 200, { isSane: variables.length === 0, parts, variables })
      return
    }
    default:
      throw new AppError('NOT_FOUND')
  }
}

async function requirePlatformPerson(services: SiteServices, req: IncomingMessage): Promise<void> {
  const { database, env, keys } = services
  const site = await findSite(services, req.headers.host)
  if (site.kind === 'foreign' || (site.kind === 'workspace' && !site.tenant))
    throw new AppError('TENANT_NOT_FOUND')
  const hostTenant = site.kind === 'workspace' ? site.tenant : null
  const identity = await readIdentity(req, { query: database.platformQuery, keys, env })
  requirePlatformRole({ identity, hostTenant }, platformRoles)
}
