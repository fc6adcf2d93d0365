import { requireResource } from '#src/resources/define-module.ts'
import type { RecordTarget } from '#src/resources/ui/record-target.ts'
import { concierge } from '../module.ts'

/** Knowledge documents, as the generic parts of the screens take them. */
export const documentsTarget: RecordTarget = {
  moduleId: concierge.id,
  resource: requireResource(concierge, 'knowledge-documents'),
}

/** Where a document is read. */
export function documentAddress(id: string): string {
  return `/concierge/knowledge-documents/${id}/overview`
}
