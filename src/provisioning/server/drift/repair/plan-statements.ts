import type { Difference } from '../compare-structures.ts'
import { planColumn } from './plan-column.ts'
import { planConstraint } from './plan-constraint.ts'
import { planFunction } from './plan-function.ts'
import { planGrants, planOwner } from './plan-grants.ts'
import { planIndex } from './plan-index.ts'
import { planPolicy } from './plan-policy.ts'
import { planRole } from './plan-role.ts'
import { automatic, DECISION, inSchema, manual, partName, type PlannedRepair } from './planned-repair.ts'

/** What puts a difference right. @param login the role that owns what Berth makes */
export function planStatements(difference: Difference, login: string): PlannedRepair {
  const { kind, aspect } = difference
  if (aspect === 'owner') return planOwner(difference)
  if (aspect === 'grants') return planGrants(difference)
  switch (kind) {
    case 'role':
      return planRole(difference)
    case 'table':
      return planTable(difference)
    case 'column':
      return planColumn(difference)
    case 'constraint':
      return planConstraint(difference)
    case 'index':
      return planIndex(difference)
    case 'policy':
      return planPolicy(difference)
    case 'trigger':
    case 'rule':
      return planTrigger(difference)
    case 'function':
      return planFunction(difference, login)
    case 'schema':
      return planSchema(difference)
    default:
      return planOther(difference)
  }
}

function planTable({ relation, difference, aspect }: Difference): PlannedRepair {
  const table = inSchema(relation)
  if (difference === 'extra') return manual(`drop table ${table}`)
  if (aspect !== 'row security') return DECISION
  return automatic(
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
  )
}

function planTrigger({ kind, relation, difference, aspect, golden, object }: Difference): PlannedRepair {
  const table = inSchema(relation)
  const name = partName({ relation, object })
  const drop = `drop ${kind} ${name} on ${table}`
  if (difference === 'extra') return automatic(drop)
  if (aspect === 'state') return automatic(`alter table ${table} enable ${kind} ${name}`)
  if (!golden?.ddl) return DECISION
  return difference === 'missing' ? automatic(golden.ddl) : automatic(drop, golden.ddl)
}

function planSchema({ aspect, found }: Difference): PlannedRepair {
  if (aspect !== 'default grants') return DECISION
  const entries = found.flatMap((entry) => {
    const [, privilege, objects, grantee, by] = /^(.+) on (\w+) to (.+) by (.+)$/.exec(entry) ?? []
    if (privilege === undefined) return []
    return `alter default privileges for role ${by} in schema {schema} revoke ${privilege} on ${objects} from ${grantee}`
  })
  return entries.length > 0 ? manual(...entries) : DECISION
}

function planOther({ kind, object, relation, difference, aspect }: Difference): PlannedRepair {
  if (difference !== 'extra' || aspect !== null) return DECISION
  if (kind === 'publication') {
    const [table, name] =
      relation === object
        ? [`tables in schema {schema}`, object]
        : [`table ${inSchema(relation)}`, partName({ relation, object })]
    return manual(`alter publication ${name} drop ${table}`)
  }
  const isIdentity = object.includes('{schema}.')
  return manual(`drop ${kind.replace(' object', '')} ${isIdentity ? object : inSchema(object)}`)
}
