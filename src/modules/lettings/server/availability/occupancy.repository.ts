import type { RunQuery } from '#src/db/server/run-query.ts'
import type { RecordTarget } from '#src/resources/server/record-target.ts'
import { collectValues } from '#src/resources/server/sql-values.ts'
import { visibleRows } from '#src/resources/server/visible-rows.repository.ts'
import type { OccupancyQuery, PropertyOccupancy } from './availability-schemas.ts'

/**
 * Nights and revenue of each property within the caller's reach, month by month.
 * @param target the properties
 * @param timeZone in which a property was added on some day
 */
export async function findOccupancy(
  query: RunQuery,
  target: RecordTarget,
  { from, to, propertyId, timeZone }: OccupancyQuery & { timeZone: string },
): Promise<PropertyOccupancy[]> {
  const { values, bind } = collectValues()
  const only = propertyId === undefined ? '' : `and p.id = ${bind(propertyId, 'uuid')}`
  const text = `with months as (
      select start::date, (start + interval '1 month')::date as until
      from generate_series(${bind(`${from}-01`, 'date')}, ${bind(`${to}-01`, 'date')}, interval '1 month') start
    ), lets as (
      select p.id, p.name,
        least((p.created_at at time zone ${bind(timeZone, 'text')})::date, min(b.check_in)) as opened
      from properties p
      left join bookings b on b.property_id = p.id and b.deleted_at is null and b.status <> 'cancelled'
      where ${visibleRows(target, { alias: 'p', bind })} ${only}
      group by p.id
    )
    select l.id, l.name, json_agg(json_build_object(
        'month', to_char(m.start, 'YYYY-MM'),
        'availableNights', greatest(m.until - greatest(m.start, l.opened), 0),
        'bookedNights', stays.nights,
        'revenue', stays.revenue) order by m.start) as months
    from lets l cross join months m cross join lateral (
      select coalesce(sum(least(b.check_out, m.until) - greatest(b.check_in, m.start)), 0)::int as nights,
        (select coalesce(json_agg(json_build_object('currency', currency, 'cents', cents) order by currency), '[]')
          from (select r.currency, sum(r.total_cents) as cents from bookings r
            where r.property_id = l.id and r.deleted_at is null and r.status <> 'cancelled'
              and r.check_in >= m.start and r.check_in < m.until
            group by r.currency) sums) as revenue
      from bookings b
      where b.property_id = l.id and b.deleted_at is null and b.status <> 'cancelled'
        and daterange(b.check_in, b.check_out) && daterange(m.start, m.until)
    ) stays
    group by l.id, l.name order by l.name, l.id`
  return query<PropertyOccupancy>({ text, values })
}
