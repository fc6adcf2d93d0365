'use client'

import type { AnyRecord } from '#src/resources/procedure-path.ts'
import type { ListQuery } from '#src/resources/ui/record-client.ts'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { useRecordList } from '#src/resources/ui/use-records.ts'
import { useTarget } from '../use-target.ts'

export type Related = {
  items: readonly AnyRecord[] | undefined
  /** all there are; `items` may be fewer */
  total: number
  isAllowed: boolean
}

/** Records of another resource that belong to the one on screen. */
export function useRelated(resourceName: string, query: ListQuery): Related {
  const target = useTarget(resourceName)
  const { permits } = useModuleAccess()
  const { data } = useRecordList(target, query)
  return {
    items: data?.items,
    total: data?.total ?? 0,
    isAllowed: permits(target.resource, 'list'),
  }
}
