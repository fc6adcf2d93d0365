import { describe, expect, it } from 'vitest'
import { listHostAttacks } from './host-attacks.ts'
import { runAttacks } from './lab-report.ts'
import { useLab } from './lab.ts'
import { listTokenAttacks } from './token-attacks.ts'

const lab = useLab()
const PATIENCE_MS = 300_000

describe('credentials', () => {
  it('are worth nothing on the host of another tenant', { timeout: PATIENCE_MS }, async ({ task }) => {
    expect(await runAttacks(lab(), { attacks: listHostAttacks(lab()), task })).toEqual([])
  })

  it('are worth nothing when forged, expired or revoked', { timeout: PATIENCE_MS }, async ({ task }) => {
    const attacks = await listTokenAttacks(lab())
    expect(await runAttacks(lab(), { attacks, task })).toEqual([])
  })
})
