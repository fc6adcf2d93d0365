import { MAX_PAGE_SIZE } from '#src/shared/pagination.ts'
import type { ApiClient } from '#src/trpc/ui/client.ts'
import { listRecords, type ListQuery } from '../record-client.ts'
import type { RecordTarget } from '../record-target.ts'
import { addPeople, listPeople } from './people-of-records.ts'
import { csvHead, csvRecord } from './csv.ts'

/** A file of more lines than this is better made by the API. */
export const MOST_LINES = 50_000

type ExportOptions = {
  /** search, order and filters of the list; paging is the export's own */
  query: ListQuery
  settings: { timeZone: string; currency: string }
  /** whoever exports, and whether they may ask for the names of others */
  person: { userId: string; fullName: string; seesTeam: boolean }
  signal: AbortSignal
  onProgress: (done: number, total: number) => void
}

/**
 * All records of a list as a CSV file, fetched page by page and at most `MOST_LINES`.
 * @throws when a page cannot be had, or DOMException `AbortError` when it was cancelled
 */
export async function exportRecords(
  api: ApiClient,
  target: RecordTarget,
  { query, settings, person, signal, onProgress }: ExportOptions,
): Promise<{ file: Blob; lines: number; total: number }> {
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  const parts = ['\ufeff', csvHead(target.resource)]
  const people = new Map([[person.userId, person.fullName]])
  let lines = 0
  for (let page = 1; ; page += 1) {
    const answer = await listRecords(api, target, { ...query, page, limit: MAX_PAGE_SIZE, signal })
    signal.throwIfAborted()
    if (person.seesTeam) await addPeople(api, people, listPeople(target.resource, answer.items))
    for (const record of answer.items) parts.push(csvRecord(target.resource, record, { ...settings, people }))
    lines += answer.items.length
    onProgress(lines, answer.total)
    if (answer.items.length === 0 || lines >= Math.min(answer.total, MOST_LINES)) {
      return { file: new Blob(parts, { type: 'text/csv;charset=utf-8' }), lines, total: answer.total }
    }
  }
}

/** Hands a file to the person as a download. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun by the next turn; the browser holds on to what it needs.
  setTimeout(() => URL.revokeObjectURL(address), 1_000)
}
