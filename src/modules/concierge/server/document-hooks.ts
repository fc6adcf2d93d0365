import type { RecordHooks } from '#src/resources/server/record-hooks.ts'

/** What happens when knowledge documents are written. */
export const documentHooks: RecordHooks = {
  prepare: async (_tx, { values, caller }) => ({ searchLanguage: values['language'] ?? caller.language }),
}
