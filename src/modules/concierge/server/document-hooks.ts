import { enqueueRecordTask } from '#src/jobs/server/enqueue-record-task.repository.ts'
import type { RecordHooks } from '#src/resources/server/record-hooks.ts'
import { extractTextTask } from './text/extraction.tasks.ts'

/** What happens when knowledge documents are written: their language is settled, and a new file waits to be read. */
export const documentHooks: RecordHooks = {
  prepare: async (_tx, { before, values, changes, caller }) => ({
    searchLanguage: values['language'] ?? caller.language,
    ...(before === null || 'file' in changes
      ? { extraction: values['file'] ? 'waiting' : 'none', extractionMessage: null }
      : {}),
  }),

  finish: async (tx, { changes, record }) => {
    if (changes['file'] && record['extraction'] === 'waiting')
      await enqueueRecordTask(tx, extractTextTask, record.id)
  },
}
