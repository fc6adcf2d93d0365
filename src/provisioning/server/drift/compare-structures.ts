import type { DriftFinding } from '../../drift.ts'
import { objectKey, type Golden } from './golden.ts'
import type { Aspects, StructureObject } from './structure.repository.ts'

/** One way in which an object is not as it should be. */
export type Difference = {
  kind: string
  relation: string
  object: string
  difference: DriftFinding['difference']
  aspect: string | null
  /** of lists, only the entries that differ */
  expected: string[]
  found: string[]
  /** the object as it should be, and as it is */
  golden: StructureObject | null
  actual: StructureObject | null
}

/** Tables and views: what belongs to one that is missing or extra goes without saying. */
const RELATIONS = new Set(['table', 'view', 'materialized view', 'foreign table'])

/** Everything that differs between a plane and what it should be. Equal ones have none. */
export function compareStructures(
  { objects: golden, onTheWay }: Pick<Golden, 'objects' | 'onTheWay'>,
  actual: readonly StructureObject[],
): Difference[] {
  const found = new Map(actual.map((object) => [objectKey(object), object]))
  const expected = [...golden.values()].flatMap(([first]) => first ?? [])
  const missing = expected.filter((object) => !found.has(objectKey(object)))
  const extra = actual.filter(
    (object) => !golden.has(objectKey(object)) && !(object.kind === 'index' && onTheWay.has(object.name)),
  )
  const gone = new Set(
    [...missing, ...extra].filter(({ kind }) => RELATIONS.has(kind)).map(({ name }) => name),
  )
  const counts = (object: StructureObject) => RELATIONS.has(object.kind) || !gone.has(object.relation)
  return [
    ...missing.filter(counts).map((object) => whole(object, 'missing')),
    ...extra.filter(counts).map((object) => whole(object, 'extra')),
    ...[...golden].flatMap(([key, forms]) => {
      const object = found.get(key)
      return object ? compareAspects(forms, object) : []
    }),
  ]
}

function whole(object: StructureObject, difference: 'missing' | 'extra'): Difference {
  const { kind, relation, name } = object
  const text = [summarize(object)]
  return difference === 'missing'
    ? {
        kind,
        relation,
        object: name,
        difference,
        aspect: null,
        expected: text,
        found: [],
        golden: object,
        actual: null,
      }
    : {
        kind,
        relation,
        object: name,
        difference,
        aspect: null,
        expected: [],
        found: text,
        golden: null,
        actual: object,
      }
}

/** One sentence for an object that one side has and the other has not. */
function summarize({ kind, aspects, ddl }: StructureObject): string {
  if (ddl !== null && kind !== 'function') return ddl
  const told = Object.entries(aspects).filter(
    ([aspect, value]) => aspect !== 'body' && value !== null && value !== '' && value.length > 0,
  )
  return told
    .map(([aspect, value]) => `${aspect}: ${typeof value === 'string' ? value : value?.join(', ')}`)
    .join('; ')
}

function compareAspects(forms: readonly StructureObject[], actual: StructureObject): Difference[] {
  const candidates = forms.map((golden) => differingAspects(golden, actual))
  // Of several right forms, the nearest one is what it was meant to be.
  return candidates.toSorted((left, right) => left.length - right.length)[0] ?? []
}

function differingAspects(golden: StructureObject, actual: StructureObject): Difference[] {
  const { kind, relation, name: object } = golden
  return Object.keys(golden.aspects)
    .filter((aspect) => !isSame(golden.aspects[aspect], actual.aspects[aspect]))
    .map((aspect) => {
      const expected = entries(golden.aspects[aspect])
      const found = entries(actual.aspects[aspect])
      return {
        ...{ kind, relation, object, difference: 'changed', aspect, golden, actual },
        expected: expected.filter((entry) => !found.includes(entry)),
        found: found.filter((entry) => !expected.includes(entry)),
      }
    })
}

type Value = Aspects[string] | undefined

function isSame(left: Value, right: Value): boolean {
  return JSON.stringify(entries(left)) === JSON.stringify(entries(right))
}

function entries(value: Value): string[] {
  if (value === null || value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}
