import { describe, expect, it } from 'vitest'
import { newId } from '#src/shared/ids.ts'
import { generateInput, listKeyFields } from './generate-input.ts'
import { tableOfKey } from './key-table.ts'
import { listProcedures } from './procedures.ts'

const procedures = listProcedures()

function failuresOf(attempts: readonly (() => unknown)[]): string[] {
  return attempts.flatMap((attempt) => {
    try {
      attempt()
      return []
    } catch (error) {
      return [String(error)]
    }
  })
}

describe('the leak lab', () => {
  it('can make an input for every procedure', () => {
    const choices = { idOf: newId, secretOf: () => undefined }
    const attempts = procedures.flatMap((procedure) =>
      (['required', 'all'] as const).map((fill) => () => generateInput(procedure, { ...choices, fill })),
    )
    expect(failuresOf(attempts)).toEqual([])
  })

  it('knows which table every id names', () => {
    const attempts = procedures.flatMap((procedure) =>
      listKeyFields(procedure).ids.map((field) => () => tableOfKey(procedure.path, field)),
    )
    expect(failuresOf(attempts)).toEqual([])
  })

  it('says what to add when it cannot', () => {
    expect(() => tableOfKey('harbours.moor', 'boatId')).toThrow(/key-table\.ts/)
  })
})
