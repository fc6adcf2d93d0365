import type { ProcedureMeta } from '#src/trpc/server/init.ts'
import type { AppRouter } from '../../root-router.ts'

/** What a procedure with a REST twin says of itself. */
export type RestProcedure = { path: string; meta: ProcedureMeta }

/** Procedures with a REST twin, by the id of their operation. */
export function listRestProcedures(router: AppRouter): Map<string, RestProcedure> {
  // tRPC types the record of all procedures as a tree and without their metadata.
  const flat: object = router._def.procedures
  const declared = Object.entries(flat) as [string, { _def: { meta?: ProcedureMeta } }][]
  const found = new Map<string, RestProcedure>()
  for (const [path, { _def }] of declared) {
    const { meta } = _def
    if (!meta?.openapi) continue
    found.set(meta.openapi.operationId ?? path.replaceAll('.', '-'), { path, meta })
  }
  return found
}
