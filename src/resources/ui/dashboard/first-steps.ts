import type { Resource } from '../../define-resource.ts'
import type { RecordTarget } from '../record-target.ts'

export type FirstStep = { target: RecordTarget; done: boolean }

/**
 * What a new workspace is still without, from its real counts: one step for each resource the person may add to, in an
 * order in which every step is possible (an owner before the pet that needs one).
 */
export function listFirstSteps(
  targets: readonly RecordTarget[],
  countOf: (target: RecordTarget) => number,
): FirstStep[] {
  return inOrderOfNeed(targets).map((target) => ({ target, done: countOf(target) > 0 }))
}

function inOrderOfNeed(targets: readonly RecordTarget[]): RecordTarget[] {
  const ordered: RecordTarget[] = []
  const visit = (target: RecordTarget, path: readonly RecordTarget[]) => {
    if (ordered.includes(target) || path.includes(target)) return
    for (const needed of neededBy(target.resource)) {
      const before = targets.find(
        (candidate) => candidate.moduleId === target.moduleId && candidate.resource.name === needed,
      )
      if (before) visit(before, [...path, target])
    }
    ordered.push(target)
  }
  for (const target of targets) visit(target, [])
  return ordered
}

function neededBy(resource: Resource): string[] {
  return Object.values(resource.fields).flatMap((field) =>
    field.kind === 'reference' && field.presence === 'required' ? [field.to] : [],
  )
}
