import { modules } from '#src/modules/registry.ts'
import type { RecordTarget } from '#src/resources/ui/record-target.ts'

/** The resource an address names, if the workspace has its module. */
export function findTarget(
  enabledModules: readonly string[],
  address: { module: string; resource: string },
): RecordTarget | undefined {
  const found = modules.find(({ id }) => id === address.module && enabledModules.includes(id))
  const resource = found?.resources.find(({ name }) => name === address.resource)
  return found && resource ? { moduleId: found.id, resource } : undefined
}
