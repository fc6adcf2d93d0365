import { commitPart } from '../commit-part.ts'
import { dropRemains } from '../drop-remains.ts'
import type { Step } from '../step.ts'

/** Drops the empty schema with whatever is no table, and the role; one that is gone already is no mistake. */
export const dropPlane: Step = {
  name: 'drop-plane',
  run: async (context) => {
    const { tenant } = context
    await commitPart(context, (part) => dropRemains(part, { tenant }))
    return `Schema ${tenant.schemaName} and its role are gone.`
  },
}
