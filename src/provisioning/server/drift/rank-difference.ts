import type { DriftSeverity } from '../../drift.ts'
import type { Difference } from './compare-structures.ts'

/** Whatever of these is otherwise, walls between tenants or the history of records may stand on it. */
const CRITICAL_KINDS = new Set(['schema', 'role', 'policy', 'trigger', 'rule', 'publication'])
/** What of any object decides who may do what with it. */
const CRITICAL_ASPECTS = new Set([
  'owner',
  'grants',
  'row security',
  'enforced',
  'security',
  'settings',
  'body',
])
/** What records lie in. */
const HOLDERS = new Set(['table', 'column', 'function'])

/** How bad a difference is: whether somebody may reach what they should not, or records are gone. */
export function rankDifference({ kind, difference, aspect, actual, found }: Difference): DriftSeverity {
  if (kind === 'policy' && difference === 'changed' && found.length > 0 && found.every(isClosed))
    return 'warning'
  if (CRITICAL_KINDS.has(kind)) return 'critical'
  if (difference === 'missing') return HOLDERS.has(kind) ? 'critical' : 'warning'
  if (difference === 'extra') return actual?.aspects['security'] === 'definer' ? 'critical' : 'warning'
  return aspect !== null && CRITICAL_ASPECTS.has(aspect) ? 'critical' : 'warning'
}

/** A table that clients may look into, but cannot yet, shows too little and not too much. */
function isClosed(condition: string): boolean {
  return condition.endsWith('OR false)')
}
