import { modules } from '#src/modules/registry.ts'
import type { Module, ModulePage } from '#src/resources/define-module.ts'

export type FoundPage = { moduleId: string; page: ModulePage }

/** The page of a module an address names, if the workspace has the module. */
export function findPage(
  enabledModules: readonly string[],
  address: { module: string; resource: string },
): FoundPage | undefined {
  const known: readonly Module[] = modules
  const found = known.find(({ id }) => id === address.module && enabledModules.includes(id))
  const page = found?.pages.find(({ name }) => name === address.resource)
  return found && page ? { moduleId: found.id, page } : undefined
}

/** Whether records of this resource have a page of their own. */
export function hasRecordPage(moduleId: string, resourceName: string): boolean {
  const known: readonly Module[] = modules
  return known.some(({ id, recordPages }) => id === moduleId && recordPages.includes(resourceName))
}
