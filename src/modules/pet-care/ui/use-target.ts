'use client'

import { useMemo } from 'react'
import { requireResource } from '#src/resources/define-module.ts'
import type { RecordTarget } from '#src/resources/ui/record-target.ts'
import { petCare } from '../module.ts'

/** A resource of this module, as the generic parts of the screens take it. */
export function useTarget(resourceName: string): RecordTarget {
  return useMemo(
    () => ({ moduleId: petCare.id, resource: requireResource(petCare, resourceName) }),
    [resourceName],
  )
}
