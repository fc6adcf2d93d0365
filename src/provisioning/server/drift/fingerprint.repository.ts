import type { ClientBase } from 'pg'
import { NAMES_IN_FULL, PLANE_RELATIONS, planeParameters, type Plane } from './plane-relations.ts'
import { FUNCTION_LINES } from './structure-sql/functions.ts'
import { OTHER_LINES } from './structure-sql/others.ts'
import { RAW_HASHES } from './structure-sql/raw.ts'
import { REACH, ROLE_LINES } from './structure-sql/roles.ts'
import { RULE_LINES } from './structure-sql/tables.ts'

export type Fingerprint = {
  schemaName: string
  /** equal only for planes that are equal; planes that are equal but came about in different ways may differ */
  hash: string
  /** tables, columns, rights and so on that it was made from */
  objects: number
}

/** One hash for each plane, by a scan of the catalogs for all of them. Inside a transaction of the owner. */
export async function listFingerprints(client: ClientBase, planes: readonly Plane[]): Promise<Fingerprint[]> {
  if (planes.length === 0) return []
  await client.query(NAMES_IN_FULL)
  const { rows } = await client.query<Fingerprint>(
    `with ${PLANE_RELATIONS}, ${REACH}, line (nsp, kind, relation, name, aspects, ddl) as (
       ${[RULE_LINES, FUNCTION_LINES, OTHER_LINES, ROLE_LINES].join(' union all ')}
     ), hashed (nsp, hash) as (
       ${RAW_HASHES}
       union all
       select line.nsp, hashtextextended(concat_ws(chr(31), line.kind, replace(replace(
         concat_ws(chr(31), line.name, line.aspects::text), place.role, '{role}'), place.schema, '{schema}')), 0)
       from line join place using (nsp)
     )
     -- Joined behind the grouping: before it, the planner takes a loop over all planes for each row.
     select place.schema as "schemaName", summed.hash, summed.objects
     from (select nsp, bit_xor(hash)::text as hash, count(*)::int as objects from hashed group by nsp) summed
     join place using (nsp)`,
    planeParameters(planes),
  )
  return rows
}
