import type { TenantStatus } from './tenant.ts'

/** What people of the platform can do to a workspace that has been built. */
export const tenantMoves = ['activate', 'suspend', 'delete', 'restore'] as const
export type TenantMove = (typeof tenantMoves)[number]

type Declaration = {
  from: readonly TenantStatus[]
  /** `before` is the status that the workspace had before its deletion was scheduled */
  to: TenantStatus | 'before'
}

/**
 * The life of a workspace once it has been built, declared here alone. Before that its status belongs to the run that
 * builds it, and `deleted` is set by the run that removes it when the days of grace are over.
 */
const declarations: Readonly<Record<TenantMove, Declaration>> = {
  activate: { from: ['trial', 'suspended'], to: 'active' },
  suspend: { from: ['trial', 'active'], to: 'suspended' },
  delete: { from: ['trial', 'active', 'suspended', 'cancelled'], to: 'cancelled' },
  restore: { from: ['cancelled'], to: 'before' },
}

/** Where a workspace stands, as far as its next moves depend on it. */
export type LifePosition = {
  status: TenantStatus
  /** the status before the deletion was scheduled, null unless it is */
  statusBefore: TenantStatus | null
  /** its removal has begun, from which there is no way back */
  isEnding: boolean
}

/** Days between the order to delete a workspace and its end, unless somebody chooses otherwise. */
export const GRACE_DAYS = 30
/** The most days somebody can choose; none at all would be no grace. */
export const MAX_GRACE_DAYS = 365

/** The status a move leads to, or nothing where it cannot be made. */
export function targetOf(move: TenantMove, position: LifePosition): TenantStatus | undefined {
  const { status, statusBefore, isEnding } = position
  const { from, to } = declarations[move]
  if (isEnding || !from.includes(status)) return undefined
  // Its end is already on the way: ordering it again would only move the day.
  if (move === 'delete' && statusBefore !== null) return undefined
  return to === 'before' ? (statusBefore ?? undefined) : to
}

/** The moves that can be made, for whoever offers them. */
export function listMoves(position: LifePosition): TenantMove[] {
  return tenantMoves.filter((move) => targetOf(move, position) !== undefined)
}
