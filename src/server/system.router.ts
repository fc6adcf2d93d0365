import { z } from 'zod'
import { createRouter, publicProcedure } from '#src/trpc/server/init.ts'
import { PRODUCT_VERSION } from './product-version.ts'

/** What anybody may know about this installation. */
export const systemRouter = createRouter({
  get: publicProcedure('Programs ask which version they talk to before they sign in.')
    .meta({ openapi: { method: 'GET', path: '/system/info', tags: ['System'], summary: 'Name and version' } })
    .input(z.object({}))
    .output(
      z.object({
        name: z.string(),
        version: z.string(),
        commit: z.string().nullable(),
        time: z.iso.datetime(),
      }),
    )
    .query(({ ctx }) => ({
      name: 'Berth',
      version: PRODUCT_VERSION,
      commit: ctx.env.COMMIT_SHA ?? null,
      time: new Date().toISOString(),
    })),
})
