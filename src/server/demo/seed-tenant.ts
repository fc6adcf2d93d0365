import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#src/db/server/database.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { demoBuilders } from '#src/modules/demo-registry.ts'
import { modules } from '#src/modules/registry.ts'
import { moduleServers } from '#src/modules/server-registry.ts'
import type { Module } from '#src/resources/define-module.ts'
import type { ModuleServer } from '#src/resources/server/define-module-server.ts'
import type { DemoPerson } from '#src/resources/server/demo.ts'
import { signUp } from '#src/tenancy/server/sign-up.service.ts'
import { findTenantById } from '#src/tenancy/server/tenant.repository.ts'
import { openStatuses } from '#src/tenancy/tenant.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { signUpCatalog } from '../sign-up-catalog.ts'
import type { SiteAddress } from '../site-address.ts'
import { addDemoTeam } from './add-demo-team.ts'
import type { DemoBusiness } from './demo-businesses.ts'
import type { DemoMember } from './demo-team.ts'
import { fillModule } from './fill-module.ts'

/** What all tenants of one seeding share. */
export type Seeding = {
  database: Database
  authSecret: string
  site: SiteAddress
  /** of everybody who is made, and its hash */
  password: string
  passwordHash: string
  now: Date
}

type NewTenant = { business: DemoBusiness; team: readonly DemoMember[]; random: () => number }

/** Beyond the ceiling of a provisioning run. */
const PATIENCE_MS = 150_000
const LOOK_AGAIN_MS = 25

/**
 * Signs a business up as its owner would, waits until it is built, adds the team and fills its modules.
 * @throws Error when it was not built: there is no worker, or the run failed
 */
export async function seedTenant(
  seeding: Seeding,
  { business, team, random }: NewTenant,
): Promise<CallTenant> {
  const { database, site, authSecret, password, passwordHash } = seeding
  const { name, industry, phone, subdomain, place } = business
  const { timezone, currency, city, country } = place
  const owner = team.find(({ role }) => role === 'owner')
  if (!owner) throw new Error(`Nobody owns ${name}.`)
  const { tenantId } = await signUp(
    { database, authSecret, workspaceUrl: site.workspaceUrl, requestId: 'demo', ip: null, userAgent: null },
    signUpCatalog,
    {
      business: {
        name,
        industry,
        phone,
        address: { street: '1 Harbour Street', city, state: '', postalCode: '', country },
      },
      subdomain,
      owner: { fullName: owner.fullName, email: owner.email, password },
      preferences: { timezone, currency, plan: 'standard', modules: [], services: [] },
    },
  )
  const tenant = await waitUntilOpen(database, tenantId)
  const people = await addDemoTeam(database.platform, { tenantId, passwordHash }, team)
  await fillTenant(seeding, { tenant, people, random })
  return tenant
}

/** Fills the modules that are on and that somebody knows how to fill. */
async function fillTenant(
  { database, now }: Seeding,
  { tenant, people, random }: { tenant: CallTenant; people: readonly DemoPerson[]; random: () => number },
): Promise<void> {
  const servers: readonly ModuleServer[] = moduleServers
  await withTenantScope(tenant, async () => {
    for (const declared of modules as readonly Module[]) {
      const build = demoBuilders[declared.id]
      if (!build || !tenant.modules.includes(declared.id)) continue
      const hooks = servers.find((server) => server.module.id === declared.id)?.hooks ?? {}
      await fillModule(database, { tenant, module: declared, hooks, people, now, random }, build)
    }
  })
}

async function waitUntilOpen({ platform }: Database, tenantId: string): Promise<CallTenant> {
  const giveUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    const tenant = await findTenantById(platform, tenantId)
    if (tenant && (openStatuses as readonly string[]).includes(tenant.status)) return tenant
    if (!tenant || tenant.status === 'failed')
      throw new Error(`The workspace ${tenant?.subdomain ?? ''} could not be built.`)
    if (performance.now() > giveUpAt)
      throw new Error(`Nobody built the workspace ${tenant.subdomain}. Is a worker running?`)
    await sleep(LOOK_AGAIN_MS)
  }
}
