import { headers } from 'next/headers'
import { z } from 'zod'
import { tenantRoles } from '#src/auth/identity.ts'
import { industries, plans, tenantStatuses } from '#src/tenancy/tenant.ts'
import type { WorkspacePerson, WorkspaceTenant } from '#src/tenancy/ui/workspace-context.tsx'

const tenantHeader = z.object({
  tenantId: z.string(),
  subdomain: z.string(),
  businessName: z.string(),
  industry: z.enum(industries),
  timezone: z.string(),
  currency: z.string(),
  modules: z.array(z.string()),
  status: z.enum(tenantStatuses),
  plan: z.enum(plans),
})

const identityHeader = z.object({
  userId: z.string(),
  email: z.string(),
  fullName: z.string(),
  role: z.enum(tenantRoles),
  visit: z.object({ adminName: z.string(), reason: z.string(), until: z.iso.datetime() }).optional(),
})

/**
 * The workspace whose host this request came to, as the server found it out.
 * @throws Error when the page was reached without the server in front of it.
 */
export async function readTenant(): Promise<WorkspaceTenant> {
  return tenantHeader.parse(await readHeader('x-berth-tenant'))
}

/** Who is signed in on this host, or null. */
export async function readPerson(): Promise<WorkspacePerson | null> {
  const header = await readHeader('x-berth-identity')
  return header === null ? null : identityHeader.parse(header)
}

/** The server's clock in milliseconds, from which a page's own goes on. */
export function readClock(): number {
  return Date.now()
}

async function readHeader(name: string): Promise<unknown> {
  const text = (await headers()).get(name)
  return text === null ? null : JSON.parse(decodeURIComponent(text))
}
