import { defineRecordTask } from '#src/jobs/server/enqueue-record-task.repository.ts'

/** Reads the text of the file of a knowledge document. */
export const extractTextTask = defineRecordTask('record.extract-text')
