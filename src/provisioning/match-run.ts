import type { FleetRunFilters, RunRow } from './run-list.ts'

/** True when the filters leave a run in a list: the server's own condition, for runs that come in live. */
export function matchesRun(
  run: RunRow,
  { state, kind, tenantId, q, from, to, runIds }: FleetRunFilters,
): boolean {
  return (
    (!state || state.includes(run.state)) &&
    (!kind || kind.includes(run.kind)) &&
    (!tenantId || run.tenantId === tenantId) &&
    (!runIds || runIds.includes(run.id)) &&
    (!from || Date.parse(run.createdAt) >= Date.parse(from)) &&
    (!to || Date.parse(run.createdAt) < Date.parse(to)) &&
    (!q || matchesText(run, q.toLowerCase()))
  )
}

function matchesText({ id, subdomain, businessName }: RunRow, text: string): boolean {
  return subdomain.includes(text) || businessName.toLowerCase().includes(text) || id === text
}
