import type { ClientBase } from 'pg'
import { NAMES_IN_FULL, PLANE_RELATIONS, planeParameters, type Plane } from './plane-relations.ts'
import { FUNCTION_LINES } from './structure-sql/functions.ts'
import { OTHER_LINES } from './structure-sql/others.ts'
import { REACH, ROLE_LINES } from './structure-sql/roles.ts'
import { TABLE_LINES } from './structure-sql/tables.ts'

/** What can be different about an object, as text, or as a list whose entries stand for themselves. */
export type Aspects = Record<string, string | string[] | null>

/** One object of a plane. The tenant's own names are `{schema}` and `{role}` in all texts. */
export type StructureObject = {
  kind: string
  /** the table it belongs to, or the object itself */
  relation: string
  name: string
  aspects: Aspects
  /** the statement that makes it, where PostgreSQL can tell */
  ddl: string | null
}

/**
 * Everything that makes planes what they are, by schema, in one look at the catalogs: for planes that are to be told apart
 * object by object. Whether they differ at all, `listFingerprints` tells for a small part of the cost. Schemas that
 * are not there are left out. Inside a transaction of the owner.
 */
export async function readStructures(
  client: ClientBase,
  planes: readonly Plane[],
): Promise<Map<string, StructureObject[]>> {
  if (planes.length === 0) return new Map()
  await client.query(NAMES_IN_FULL)
  const { rows } = await client.query<StructureObject & { schema: string }>(
    `with ${PLANE_RELATIONS}, ${REACH}, line (nsp, kind, relation, name, aspects, ddl) as (${[TABLE_LINES, FUNCTION_LINES, OTHER_LINES, ROLE_LINES].join(' union all ')})
     select place.schema, line.kind, replace(line.relation, place.schema, '{schema}') as relation,
            replace(line.name, place.schema, '{schema}') as name,
            replace(replace(line.aspects::text, place.role, '{role}'), place.schema, '{schema}')::jsonb as aspects,
            replace(replace(line.ddl, place.role, '{role}'), place.schema, '{schema}') as ddl
     from line join place using (nsp)
     order by place.schema, line.kind, line.relation, line.name`,
    planeParameters(planes),
  )
  const found = new Map<string, StructureObject[]>()
  for (const { schema, ...object } of rows) {
    const objects = found.get(schema) ?? []
    objects.push(object)
    found.set(schema, objects)
  }
  return found
}
