import type { Difference } from '../compare-structures.ts'
import { automatic, DECISION, manual, quoteName, type PlannedRepair } from './planned-repair.ts'

/** What a role that may make roles may also change of them; the rest takes a superuser. */
const OWN_TRAITS = new Set(['login', 'inherit', 'createrole', 'connection limit'])
const TRAITS = new Set(['superuser', 'createdb', 'replication', 'bypassrls'])
const REVOCABLE = /^(table|view|materialized view|sequence|schema|function|database) (.+)$/

/** A tenant's role can do nothing but reach its own plane. */
export function planRole({ difference, aspect, golden, expected, found }: Difference): PlannedRepair {
  if (difference !== 'changed' || aspect === null) return DECISION
  const right = golden?.aspects[aspect]
  const alter = `alter role {role} ${String(right)}`
  if (OWN_TRAITS.has(aspect)) return automatic(alter)
  if (TRAITS.has(aspect)) return manual(alter)
  switch (aspect) {
    case 'valid until':
      return manual(`alter role {role} valid until 'infinity'`)
    case 'settings':
      return automatic(...found.map(resetSetting))
    case 'member of':
      return manual(...found.map((role) => `revoke ${role} from {role}`))
    case 'members':
      return planMembers(expected, found)
    case 'reaches':
      return planReach(found)
    default:
      return DECISION
  }
}

function resetSetting(entry: string): string {
  const [, name = '', database] = /^([^=]+)=.*?(?: in database (.+))?$/s.exec(entry) ?? []
  return `alter role {role}${database === undefined ? '' : ` in database ${quoteName(database)}`} reset ${name}`
}

/** Only who gave a membership can take it back. */
function planMembers(expected: readonly string[], found: readonly string[]): PlannedRepair {
  const nameOf = (entry: string) => entry.replace(/ with (admin|inherit).*$/, '')
  if (found.length > 0) return manual(...found.map((entry) => `revoke {role} from ${nameOf(entry)}`))
  return automatic(
    ...expected.map((entry) => `grant {role} to ${nameOf(entry)} with inherit false, set true`),
  )
}

function planReach(found: readonly string[]): PlannedRepair {
  const statements = found.flatMap((entry) => {
    const [, kind, name] = REVOCABLE.exec(entry) ?? []
    if (kind === undefined || name === undefined) return []
    return `revoke all on ${kind.endsWith('view') ? 'table' : kind} ${name} from {role}`
  })
  if (statements.length < found.length) return statements.length > 0 ? manual(...statements) : DECISION
  return automatic(...statements)
}
