import { commitPart } from '../commit-part.ts'
import { countHoldings, type Holdings } from '../holdings.repository.ts'
import type { Step } from '../step.ts'

/** Counts what there is, before the first of it goes. An attempt that follows finds the numbers of the first. */
export const survey: Step = {
  name: 'survey',
  run: async (context) => {
    const { runId, tenant } = context
    const found = await commitPart(context, async (part) => {
      const noted = await part.query<{ holdings: Holdings | null }>(
        `select input -> 'holdings' as holdings from platform.provisioning_runs where id = $1 for no key update`,
        [runId],
      )
      const before = noted.rows[0]?.holdings
      if (before) return before
      const holdings = await countHoldings(part, tenant)
      await part.query(
        `update platform.provisioning_runs set input = input || jsonb_build_object('holdings', $2::jsonb) where id = $1`,
        [runId, JSON.stringify(holdings)],
      )
      return holdings
    })
    return `${found.tables} tables with ${found.rows} rows, ${found.files} files, ${found.people} people.`
  },
}
