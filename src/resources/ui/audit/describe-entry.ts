import { findActionWords } from '#src/audit/actions.ts'
import type { AuditRecord } from '#src/audit/audit-query.ts'
import type { Module } from '../../define-module.ts'
import type { Resource } from '../../define-resource.ts'

const verbs: Readonly<Record<string, string>> = { create: 'added', update: 'changed', delete: 'deleted' }

/** The resource an entry is about, whatever module declares it. */
export function findResource(modules: readonly Module[], type: string): Resource | undefined {
  return modules.flatMap(({ resources }) => resources).find(({ name }) => name === type)
}

/** Who did it, by name where there is one: `Ada, by Grace of Berth support` where somebody acted as Ada. */
export function actorOf({ actor }: Pick<AuditRecord, 'actor'>): string {
  const { impersonator } = actor
  return impersonator ? `${nameOf(actor)}, by ${impersonator.name} of Berth support` : nameOf(actor)
}

function nameOf(actor: AuditRecord['actor']): string {
  if (actor.name) return actor.name
  switch (actor.kind) {
    case 'user':
      return 'Somebody of the team'
    case 'platform':
      return 'The platform'
    case 'visitor':
      return 'A visitor'
    case 'system':
      return 'Berth'
  }
}

/** What was done, behind the name of who did it: `changed the pet Rex`. */
export function deedOf({ action, details, resource }: AuditRecord, modules: readonly Module[]): string {
  const words = findActionWords(action)
  if (words) return withVisit(words, { action, details })
  const verb = verbs[action.split('.').at(-1) ?? '']
  if (!verb) return action
  const thing = findResource(modules, resource.type)?.singular ?? resource.type
  const { label } = details
  return `${verb} the ${thing}${typeof label === 'string' && label ? ` ${label}` : ''}`
}

/** Tenants know people of the platform by what the entry says of them. */
function withVisit(words: string, { action, details }: Pick<AuditRecord, 'action' | 'details'>): string {
  const { adminName, userName, reason } = details
  if (!action.startsWith('impersonations.') || typeof userName !== 'string') return words
  const because = typeof reason === 'string' ? `: ${reason}` : ''
  return `${words.replace('somebody', userName)} (${String(adminName)} of Berth support)${because}`
}

/** The whole sentence: `Ada changed the pet Rex`. */
export function describeEntry(entry: AuditRecord, modules: readonly Module[]): string {
  return `${actorOf(entry)} ${deedOf(entry, modules)}`
}
