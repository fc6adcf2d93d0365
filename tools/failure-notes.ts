import { appendFileSync } from 'node:fs'

/** A test that failed, or passed only at its second try, and what it said. */
export type FailureNote = { suite: string; test: string; message: string; isFlaky: boolean }

/**
 * Keeps notes for the closing words of `npm test`: the output of a whole run is long, and the part that matters stands
 * somewhere in the middle of it. Outside of such a run nobody reads them, and none are kept.
 */
export function keepFailureNotes(notes: readonly FailureNote[]): void {
  const path = process.env['BERTH_FAILURE_NOTES']
  if (path === undefined || notes.length === 0) return
  appendFileSync(path, notes.map((note) => `${JSON.stringify(note)}\n`).join(''))
}
