import type { RunQuery } from '#src/db/server/run-query.ts'
import { collectValues, type Bind } from '#src/resources/server/sql-values.ts'
import type { DropsOfDay, PointsOfDay, PointsOfSource, StreamFigures, TipsOfDay } from '../../figures.ts'
import { dayOf, eachDay, withinDays, type ZonedDays } from './day-span.repository.ts'

const EARNED = 'coalesce(sum(amount) filter (where amount > 0), 0)::float8'
const SPENT = 'coalesce(-sum(amount) filter (where amount < 0), 0)::float8'

/** Where points came from and went to, the biggest first. */
export async function listPointsBySource(query: RunQuery, days: ZonedDays): Promise<PointsOfSource[]> {
  const { values, bind } = collectValues()
  const text = `select source, ${EARNED} as earned, ${SPENT} as spent, count(*)::int as transactions
    from point_transactions where ${withinDays('created_at', days, bind)}
    group by source order by sum(abs(amount)) desc, source`
  return query<PointsOfSource>({ text, values })
}

/** Points that came and went, day by day. */
export function listPointsPerDay(query: RunQuery, days: ZonedDays): Promise<PointsOfDay[]> {
  const sums = `${EARNED} as earned, ${SPENT} as spent`
  return perDay<PointsOfDay>(query, days, { table: 'point_transactions', sums, names: ['earned', 'spent'] })
}

/** Drops and what they scored, day by day. */
export function listDropsPerDay(query: RunQuery, days: ZonedDays): Promise<DropsOfDay[]> {
  const sums = `count(*)::int as drops, count(*) filter (where is_perfect)::int as perfect,
    sum(score)::float8 as score`
  return perDay<DropsOfDay>(query, days, {
    table: 'drop_history',
    sums,
    names: ['drops', 'perfect', 'score'],
  })
}

/** Tips in the currency of the workspace, day by day. */
export function listTipsPerDay(
  query: RunQuery,
  { currency, ...days }: ZonedDays & { currency: string },
): Promise<TipsOfDay[]> {
  const sums = 'count(*)::int as tips, sum(amount_cents)::float8 as "amountCents"'
  const where = (bind: Bind) => `not is_test and currency = ${bind(currency, 'text')}`
  return perDay<TipsOfDay>(query, days, {
    table: 'received_tips',
    sums,
    names: ['tips', 'amountCents'],
    where,
  })
}

type PerDay = { table: string; sums: string; names: readonly string[]; where?: (bind: Bind) => string }

/** Every day has a row. Table and sums are text of this file. */
function perDay<Row extends object>(
  query: RunQuery,
  days: ZonedDays,
  { table, sums, names, where }: PerDay,
): Promise<Row[]> {
  const { values, bind } = collectValues()
  const columns = names.map((name) => `coalesce(c."${name}", 0) as "${name}"`).join(', ')
  const text = `select to_char(d.day, 'YYYY-MM-DD') as day, ${columns} from ${eachDay(days, bind)}
    left join (
      select ${dayOf('created_at', days, bind)} as day, ${sums} from ${table}
      where ${withinDays('created_at', days, bind)} and ${where?.(bind) ?? 'true'} group by 1
    ) c on c.day = d.day::date
    order by d.day`
  return query<Row>({ text, values })
}

/** How a span of days was, in numbers. */
export async function findStreamFigures(
  query: RunQuery,
  { currency, ...days }: ZonedDays & { currency: string },
): Promise<StreamFigures> {
  const { values, bind } = collectValues()
  const within = (column: string) => withinDays(column, days, bind)
  const text = `with moved as materialized (
      select viewer_id, amount from point_transactions where ${within('created_at')}
    ), dropped as materialized (
      select viewer_id, is_perfect from drop_history where ${within('created_at')}
    ), given as materialized (
      select amount_cents from received_tips
      where not is_test and currency = ${bind(currency, 'text')} and ${within('created_at')}
    )
    select
      (select count(*)::int from viewers where deleted_at is null) as viewers,
      (select count(*)::int from (select viewer_id from moved union select viewer_id from dropped) a)
        as "activeViewers",
      (select count(*)::int from viewers where deleted_at is null and ${within('created_at')}) as "newViewers",
      (select ${EARNED} from moved) as "pointsEarned",
      (select ${SPENT} from moved) as "pointsSpent",
      (select count(*)::int from dropped) as drops,
      (select count(*)::int from dropped where is_perfect) as "perfectDrops",
      (select count(*)::int from powerup_purchases where ${within('created_at')}) as purchases,
      (select count(*)::int from given) as tips,
      (select coalesce(sum(amount_cents), 0)::float8 from given) as "tipCents"`
  const [figures] = await query<StreamFigures>({ text, values })
  if (!figures) throw new Error('A statement without a condition found no row.')
  return figures
}
