import { defineModuleServer } from '#src/resources/server/define-module-server.ts'
import { implementTask } from '#src/jobs/server/define-task.ts'
import { concierge } from '../module.ts'
import { documentHooks } from './document-hooks.ts'
import { followLanguage } from './follow-language.repository.ts'
import { searchRouter } from './search.router.ts'
import { extractDocument } from './text/extract-document.service.ts'
import { extractTextTask } from './text/extraction.tasks.ts'

/** What the concierge does on the server. */
export const conciergeServer = defineModuleServer(concierge, {
  hooks: { 'knowledge-documents': documentHooks },
  routers: { search: searchRouter },
  followLanguage,
  listTasks: (parts) => [implementTask(extractTextTask, (payload) => extractDocument(parts, payload))],
})
