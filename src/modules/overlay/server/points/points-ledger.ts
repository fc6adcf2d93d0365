import type { TenantTx } from '#src/db/server/database.ts'
import { appendEntry, type Ledger, type LedgerEntry } from '#src/resources/server/ledger.repository.ts'
import type { PointSource } from '../../point-source.ts'

/** Points of viewers. */
export const pointsLedger: Ledger = {
  entries: 'point_transactions',
  balances: 'viewer_points',
  account: 'viewer_id',
}

export type PointsEntry = {
  viewerId: string
  /** negative where points go */
  amount: number
  source: PointSource
  description: string | null
}

/** An entry as the ledger takes it. */
export function pointsEntry({ viewerId, amount, source, description }: PointsEntry): LedgerEntry {
  return {
    accountId: viewerId,
    amount,
    values: {
      source: { value: source, type: 'text' },
      description: { value: description, type: 'text' },
    },
  }
}

/** Moves points. @returns the entry's id and what the viewer has behind it. @throws as `appendEntry` does */
export function movePoints(tx: TenantTx, entry: PointsEntry): Promise<{ id: string; balance: number }> {
  return appendEntry(tx, pointsLedger, pointsEntry(entry))
}
