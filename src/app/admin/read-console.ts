import { headers } from 'next/headers'
import { z } from 'zod'
import type { ConsolePerson } from '#src/admin/ui/console-context.tsx'
import { platformRoles } from '#src/auth/identity.ts'

const identityHeader = z.object({
  userId: z.string(),
  email: z.string(),
  fullName: z.string(),
  role: z.enum(platformRoles),
})

/** Who of the platform is signed in on the apex, as the server found it out; null for everybody else. */
export async function readConsolePerson(): Promise<ConsolePerson | null> {
  const header = (await headers()).get('x-berth-identity')
  return header === null ? null : identityHeader.parse(JSON.parse(decodeURIComponent(header)))
}

/** Where workspaces are: their domain with its port, and how it is spoken to. */
export async function readSite(): Promise<{ domain: string; protocol: string }> {
  const origin = (await headers()).get('x-berth-origin') ?? 'http://berth.localhost'
  const { host: domain, protocol } = new URL(origin)
  return { domain, protocol }
}
