import { defineModuleServer } from '#src/resources/server/define-module-server.ts'
import { concierge } from '../module.ts'
import { documentHooks } from './document-hooks.ts'
import { followLanguage } from './follow-language.repository.ts'
import { searchRouter } from './search.router.ts'

/** What the concierge does on the server. */
export const conciergeServer = defineModuleServer(concierge, {
  hooks: { 'knowledge-documents': documentHooks },
  routers: { search: searchRouter },
  followLanguage,
})
