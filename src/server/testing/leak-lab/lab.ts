import { afterAll, beforeAll } from 'vitest'
import { platformRoles, type PlatformRole } from '#src/auth/identity.ts'
import { startTestServer, type TestServer } from '../test-server.ts'
import { createLabPerson, type LabPerson } from './lab-person.ts'
import { createLabTenant, type LabTenant } from './lab-tenant.ts'
import { listProcedures, type LabProcedure } from './procedures.ts'

/** The product with three tenants in it: one is after another's data; in the third, people play their roles. */
export type Lab = {
  server: TestServer
  procedures: readonly LabProcedure[]
  attacker: LabTenant
  victim: LabTenant
  stage: LabTenant
  platform: Readonly<Record<PlatformRole, LabPerson>>
}

export async function openLab(): Promise<Lab> {
  const server = await startTestServer({ worker: false })
  const attacker = await createLabTenant(server, 'attacker')
  const victim = await createLabTenant(server, 'victim')
  const stage = await createLabTenant(server, 'stage')
  const [admin, viewer] = await Promise.all(
    platformRoles.map((role) =>
      createLabPerson(server.database.platform, { tenantId: null, role, marker: 'platform' }),
    ),
  )
  const platform = { platform_admin: admin, platform_viewer: viewer } as Record<PlatformRole, LabPerson>
  return { server, procedures: listProcedures(), attacker, victim, stage, platform }
}

/** A lab for the test file that calls it. */
export function useLab(): () => Lab {
  let current: Lab | undefined
  beforeAll(async () => {
    current = await openLab()
  })
  afterAll(async () => {
    await current?.server.dispose()
  })
  return () => {
    if (!current) throw new Error('The leak lab exists only while its tests run.')
    return current
  }
}
