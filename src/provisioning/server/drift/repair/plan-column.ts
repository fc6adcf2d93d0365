import type { Difference } from '../compare-structures.ts'
import { automatic, DECISION, inSchema, manual, partName, type PlannedRepair } from './planned-repair.ts'

/** Defaults and whether a value has to be there are put right; what holds or changes values is for people. */
export function planColumn(difference: Difference): PlannedRepair {
  const { relation, aspect, golden } = difference
  const name = partName(difference)
  const table = inSchema(relation)
  if (difference.difference === 'extra') return manual(`alter table ${table} drop column ${name}`)
  const aspects = golden?.aspects ?? {}
  const text = (key: string) => (typeof aspects[key] === 'string' ? aspects[key] : null)
  const collation = text('collation') === null ? '' : ` collate "${text('collation')}"`
  const type = `${text('type')}${collation}`
  if (difference.difference === 'missing') {
    if (text('generated') !== null || text('identity') !== null) return DECISION
    const value = text('default') === null ? '' : ` default ${text('default')}`
    const required = text('not null') === 'not null' ? ' not null' : ''
    return manual(`alter table ${table} add column ${name} ${type}${value}${required}`)
  }
  const alter = `alter table ${table} alter column ${name}`
  switch (aspect) {
    case 'default':
      return automatic(
        text('default') === null ? `${alter} drop default` : `${alter} set default ${text('default')}`,
      )
    case 'not null':
      return automatic(text('not null') === 'not null' ? `${alter} set not null` : `${alter} drop not null`)
    case 'type':
    case 'collation':
      return manual(`${alter} type ${type} using ${name}::${text('type')}`)
    default:
      return DECISION
  }
}
