import type { RunQuery } from '#src/db/server/run-query.ts'
import { collectValues } from '#src/resources/server/sql-values.ts'
import { SCENE_ROWS, type OverlayScene, type SceneGoal, type SceneTip } from '../../scene/scene.ts'

/** Goals that are shown, the oldest first. Those that collect money count cents. */
export async function listSceneGoals(query: RunQuery): Promise<SceneGoal[]> {
  const { values, bind } = collectValues()
  const text = `select id, label,
      (case when progress = 'tip-amount' then current_value * 100::bigint + remainder_cents
            else current_value end)::float8 as current,
      (case when progress = 'tip-amount' then target_value * 100::bigint else target_value end)::float8 as target,
      case when progress = 'tip-amount' then 'money' else 'count' end as unit
    from goals where enabled and deleted_at is null
    order by created_at, id limit ${bind(SCENE_ROWS.goals, 'int')}`
  return query<SceneGoal>({ text, values })
}

/** The latest tips, newest first; those sent to look at them for a few minutes only. */
export async function listSceneTips(query: RunQuery): Promise<SceneTip[]> {
  const { values, bind } = collectValues()
  const text = `select id, from_name as "from", amount_cents as "amountCents", currency, message,
      created_at as at, is_test as "isTest"
    from received_tips
    where deleted_at is null and (not is_test or created_at > now() - interval '5 minutes')
    order by created_at desc, id desc limit ${bind(SCENE_ROWS.tips, 'int')}`
  const rows = await query<Omit<SceneTip, 'at'> & { at: Date }>({ text, values })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Texts that are shown in turn. */
export async function listSceneTexts(query: RunQuery): Promise<OverlayScene['texts']> {
  const { values, bind } = collectValues()
  const text = `select id, content from tips where enabled and deleted_at is null
    order by sort_order, id limit ${bind(SCENE_ROWS.texts, 'int')}`
  return query({ text, values })
}
