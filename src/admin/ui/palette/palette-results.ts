import type { RunRow } from '#src/provisioning/run-list.ts'
import type { TenantListRow } from '../../tenant-list.ts'

/** What a hit leads to; says which icon it has. */
export type ConsoleHitKind = 'tenant' | 'run' | 'page'

export type ConsoleHit = {
  id: string
  kind: ConsoleHitKind
  label: string
  detail: string
  address: string
}

const UUID = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i

export function isId(text: string): boolean {
  return UUID.test(text)
}

/** A tenant, told apart from others of the same name by its address. */
export function tenantHit(
  tenant: Pick<TenantListRow, 'id' | 'businessName' | 'subdomain'> & { status?: TenantListRow['status'] },
): ConsoleHit {
  const { id, businessName, subdomain, status } = tenant
  return {
    id: `tenant-${id}`,
    kind: 'tenant',
    label: businessName,
    detail: status ? `${subdomain}, ${status}` : subdomain,
    address: `/admin/tenants/${id}`,
  }
}

export function runHit({
  id,
  businessName,
  kind,
  state,
}: Pick<RunRow, 'id' | 'businessName' | 'kind' | 'state'>): ConsoleHit {
  return {
    id: `run-${id}`,
    kind: 'run',
    label: businessName,
    detail: `${kind.replaceAll('-', ' ')}, ${state}`,
    address: `/admin/runs/${id}`,
  }
}

/** Pages whose name holds every typed word: they need no answer from the server. */
export function findPages(pages: readonly { href: string; label: string }[], typed: string): ConsoleHit[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return pages
    .filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
    .map(({ href, label }) => ({
      id: `page-${href.replaceAll('/', '-')}`,
      kind: 'page',
      label,
      detail: 'Page',
      address: href,
    }))
}
