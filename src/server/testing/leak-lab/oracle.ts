import type { LabTenant } from './lab-tenant.ts'
import { phoneOf } from './mark-values.ts'

const UUID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/gi

/** What of a tenant must not be seen by others. */
export type Secrets = { texts: readonly string[]; ids: ReadonlySet<string> }

/** Markers and ids of a tenant; ids without hyphens too, as in the names of schema and role. */
export function secretsOf(tenant: LabTenant): Secrets {
  const { marker, ids } = tenant
  return {
    texts: [marker, phoneOf(marker), ...proofsOf(tenant).texts],
    ids: new Set([...ids.values()].flat().map(plain)),
  }
}

/** What nobody is shown, whoever they are: all that lets somebody in. */
export function proofsOf({ watchToken, people, secrets, apiTokens }: LabTenant): Secrets {
  const sessions = Object.values(people).flatMap(({ token, cookie }) => [token, cookie])
  return { texts: [watchToken, ...sessions, ...Object.values({ ...secrets, ...apiTokens })], ids: new Set() }
}

/**
 * What of the secrets stands in a text. What the caller has said themselves is no news to them.
 * @param said the call that was answered
 */
export function findLeaks(text: string, said: string, secrets: Secrets): string[] {
  const texts = secrets.texts.filter((secret) => text.includes(secret) && !said.includes(secret))
  const known = new Set(listIds(said))
  const ids = listIds(text).filter((id) => secrets.ids.has(id) && !known.has(id))
  return [...texts, ...new Set(ids)]
}

function listIds(text: string): string[] {
  return (text.match(UUID) ?? []).map(plain)
}

function plain(id: string): string {
  return id.replaceAll('-', '').toLowerCase()
}
