import { defineModule } from '#src/resources/define-module.ts'
import { channels } from './resources/channels.ts'
import { knowledgeDocuments } from './resources/knowledge-documents.ts'

export const concierge = defineModule({
  id: 'concierge',
  industry: 'concierge',
  title: 'Concierge',
  description: 'Customer service with answers ready: your knowledge and your channels.',
  icon: 'messages-square',
  resources: [knowledgeDocuments, channels],
  pages: [{ name: 'search', title: 'Search', icon: 'search', permission: 'knowledge-documents:list' }],
  recordPages: ['knowledge-documents'],
})
