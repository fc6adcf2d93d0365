import { z } from 'zod'
import { AppError } from '#src/shared/errors/app-error.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { textLine } from '../tenant.ts'
import { tenantProcedure } from './tenant-procedure.ts'
import { findFeature, listFeatures, type FeatureRow } from './tenant-settings.repository.ts'

const tags = ['Workspace']
const featureOutput = z.object({ name: z.string(), enabled: z.boolean(), updatedAt: z.iso.datetime() })

/** What is switched on for a workspace: a handful of names, so the list has no pages. */
export const featuresRouter = createRouter({
  list: tenantProcedure('features:list')
    .meta({ openapi: { method: 'GET', path: '/tenants/me/features', tags, summary: 'List features' } })
    .output(z.object({ items: z.array(featureOutput) }))
    .query(async ({ ctx }) => ({ items: (await listFeatures(ctx.database.member)).map(showFeature) })),

  get: tenantProcedure('features:list')
    .meta({
      openapi: { method: 'GET', path: '/tenants/me/features/{name}', tags, summary: 'Get one feature' },
      errors: ['NOT_FOUND'],
    })
    .input(z.object({ name: textLine({ min: 1, max: 80, missing: 'Enter a name.' }) }))
    .output(featureOutput)
    .query(async ({ ctx, input }) => {
      const feature = await findFeature(ctx.database.member, input.name)
      if (!feature) throw new AppError('NOT_FOUND', { message: 'There is no such feature.' })
      return showFeature(feature)
    }),
})

function showFeature({ updatedAt, ...feature }: FeatureRow) {
  return { ...feature, updatedAt: updatedAt.toISOString() }
}
