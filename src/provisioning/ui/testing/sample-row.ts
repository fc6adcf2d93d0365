import type { RunRow } from '../../run-list.ts'
import { sampleRun } from './sample-run.ts'

/** A run that was asked for and waits, as a list has it. */
export function sampleRow(change: Partial<RunRow> = {}): RunRow {
  return {
    ...sampleRun(),
    subdomain: 'happy-paws',
    businessName: 'Happy Paws',
    modules: ['pet-care'],
    durationMs: null,
    ...change,
  }
}
