'use client'

import { useModuleAccess } from '../module-access.tsx'
import type { RecordTarget } from '../record-target.ts'
import type { CountsByModule } from '../use-navigation.tsx'
import { listFirstSteps, type FirstStep } from './first-steps.ts'

/** The first steps that are open to the person; none once all are done, and undefined while counts are on their way. */
export function useFirstSteps(
  targets: readonly RecordTarget[],
  counts: CountsByModule,
): readonly FirstStep[] | undefined {
  const { permits } = useModuleAccess()
  const countOf = ({ moduleId, resource }: RecordTarget) => counts.get(moduleId)?.[resource.name]
  const possible = targets.filter(({ resource }) => resource.firstStep && permits(resource, 'create'))
  if (possible.some((target) => countOf(target) === undefined)) return undefined
  const steps = listFirstSteps(possible, (target) => countOf(target) ?? 0)
  return steps.every((step) => step.done) ? [] : steps
}
