import type { TenantTx } from '#src/db/server/database.ts'

const MAX = 2_147_483_647

/**
 * Moves the goals that are shown and count this kind of thing, by one. Goals are locked in one order, and before any
 * balance, by everybody who moves them.
 * @returns their ids
 */
export async function countTowardsGoals(tx: TenantTx, progress: 'tip-count' | 'drops'): Promise<string[]> {
  const moved = await tx.$queryRaw<{ id: string }[]>`
    with counting as (
      select id from goals where progress = ${progress} and enabled and deleted_at is null
      order by id for no key update
    )
    update goals g set current_value = least(${MAX}::bigint, g.current_value::bigint + 1), updated_at = clock_timestamp()
    from counting where g.id = counting.id returning g.id`
  return moved.map(({ id }) => id)
}

/** The same for goals that collect money: whole units are shown, cents beyond them are kept for the next tip. */
export async function addTowardsGoals(tx: TenantTx, cents: number): Promise<string[]> {
  const moved = await tx.$queryRaw<{ id: string }[]>`
    with counting as (
      select id from goals where progress = 'tip-amount' and enabled and deleted_at is null
      order by id for no key update
    )
    update goals g set
      current_value = least(${MAX}::bigint, g.current_value::bigint + (g.remainder_cents + ${cents}::int) / 100),
      remainder_cents = (g.remainder_cents + ${cents}::int) % 100,
      updated_at = clock_timestamp()
    from counting where g.id = counting.id returning g.id`
  return moved.map(({ id }) => id)
}
