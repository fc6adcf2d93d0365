import type { Task } from '#src/jobs/server/define-task.ts'
import { moduleServers } from '#src/modules/server-registry.ts'
import type { ModuleServer, ModuleTaskParts } from '#src/resources/server/define-module-server.ts'
import { createFollowLanguageTask } from './follow-language.ts'

/** What modules do in the background. */
export function listModuleTasks(parts: ModuleTaskParts): Task[] {
  const servers: readonly ModuleServer[] = moduleServers
  return [
    createFollowLanguageTask(parts.database),
    ...servers.flatMap(({ listTasks }) => listTasks?.(parts) ?? []),
  ]
}
