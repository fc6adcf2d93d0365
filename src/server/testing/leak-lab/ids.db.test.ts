import { describe, expect, it } from 'vitest'
import { listIdAttacks } from './id-attacks.ts'
import { runAttacks } from './lab-report.ts'
import { useLab } from './lab.ts'
import { listListAttacks } from './list-attacks.ts'
import { listWatchAttacks } from './watch-attacks.ts'

const lab = useLab()
const PATIENCE_MS = 300_000

describe('somebody of another tenant', () => {
  it('reaches nothing by its ids', { timeout: PATIENCE_MS }, async ({ task }) => {
    expect(await runAttacks(lab(), { attacks: listIdAttacks(lab()), task })).toEqual([])
  })

  it('finds nothing by searching, sorting and filtering', { timeout: PATIENCE_MS }, async ({ task }) => {
    expect(await runAttacks(lab(), { attacks: listListAttacks(lab()), task })).toEqual([])
  })

  it('watches no other run with the token of their own', { timeout: PATIENCE_MS }, async ({ task }) => {
    expect(await runAttacks(lab(), { attacks: listWatchAttacks(lab()), task })).toEqual([])
  })
})
