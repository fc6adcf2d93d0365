/** Where a tenant's tables live and under which role they are reached. */
export type Plane = { schemaName: string; roleName: string }

/** What the statements about structures begin with: planes ($1 schemas, $2 roles) and their relations. */
export const PLANE_RELATIONS = `place as materialized (
  select n.oid as nsp, n.nspname::text as schema, w.role, r.oid as role_oid, n.nspowner, n.nspacl
  from unnest($1::text[], $2::text[]) w (schema, role)
  join pg_namespace n on n.nspname = w.schema left join pg_roles r on r.rolname = w.role
), rel as materialized (
  select c.oid, c.relname::text as relation, c.relkind, c.relnamespace as nsp, c.relowner, c.relacl, c.relrowsecurity,
         c.relforcerowsecurity, c.reloptions, c.relpersistence, c.relispartition, c.reloftype, c.reltablespace
  from pg_class c join place on place.nsp = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c')
)`

/** Statements run with these names only, so that all others are written out with their schema. */
export const NAMES_IN_FULL = 'set local search_path to pg_catalog, pg_temp'

/** The parameters that `PLANE_RELATIONS` asks for. */
export function planeParameters(planes: readonly Plane[]): [string[], string[]] {
  return [planes.map(({ schemaName }) => schemaName), planes.map(({ roleName }) => roleName)]
}
