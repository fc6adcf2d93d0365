import type { RunQuery } from '#src/db/server/run-query.ts'
import { collectValues, type Bind } from '#src/resources/server/sql-values.ts'
import type { Leader, LeaderboardInput } from '../../figures.ts'
import { withinDays, type ZonedDays } from './day-span.repository.ts'

type Board = {
  by: LeaderboardInput['by']
  /** null for all time */
  days: ZonedDays | null
  /** of the workspace: tips in others are not added up */
  currency: string
  limit: number
}

/** Who leads, the first one first. Of equals the one who comes first by name. */
export async function listLeaders(query: RunQuery, board: Board): Promise<Leader[]> {
  const { values, bind } = collectValues()
  const scores = scoresOf(board, bind)
  const text = `select (row_number() over (order by s.value desc, s.name))::int as rank,
      s.viewer_id as "viewerId", s.name, s.value::float8 as value
    from (${scores}) s where s.value > 0 order by s.value desc, s.name limit ${bind(board.limit, 'int')}`
  return query<Leader>({ text, values })
}

function scoresOf({ by, days, currency }: Board, bind: Bind): string {
  const within = (column: string) => (days ? withinDays(column, days, bind) : 'true')
  if (by === 'tips') {
    // Whoever is a viewer is one person under whatever name they gave.
    return `select t.viewer_id, max(coalesce(v.username, t.from_name)) as name, sum(t.amount_cents) as value
      from received_tips t left join viewers v on v.id = t.viewer_id
      where not t.is_test and t.currency = ${bind(currency, 'text')} and ${within('t.created_at')}
      group by t.viewer_id, case when t.viewer_id is null then lower(t.from_name) end`
  }
  const viewers = 'join viewers v on v.id = s.viewer_id and v.deleted_at is null'
  if (!days) {
    const column = by === 'points' ? 'earned_points' : 'drop_points'
    return `select s.viewer_id, v.username as name, s.${column} as value from viewer_points s ${viewers}`
  }
  const [table, amount, condition] =
    by === 'points' ? ['point_transactions', 'amount', 's.amount > 0'] : ['drop_history', 'score', 'true']
  return `select s.viewer_id, v.username as name, sum(s.${amount}) as value from ${table} s ${viewers}
    where ${condition} and ${within('s.created_at')} group by s.viewer_id, v.username`
}
