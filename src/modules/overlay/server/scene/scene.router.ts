import { z } from 'zod'
import { createRouter, publicProcedure } from '#src/trpc/server/init.ts'
import { overlayScene } from '../../scene/scene.ts'
import { withLinkedTenant } from '../links/linked-tenant.ts'
import { buildScene } from './scene.service.ts'

/** The overlay as the world sees it. */
export const sceneRouter = createRouter({
  get: publicProcedure('Who has the secret link of an overlay sees what it shows.')
    .meta({
      limits: ['overlay'],
      openapi: {
        method: 'GET',
        path: '/overlay/scene',
        tags: ['Stream overlay'],
        summary: 'Get what an overlay shows, by its secret link',
      },
      errors: ['TOKEN_INVALID'],
    })
    .input(z.object({ token: z.string().min(1).max(200).optional() }))
    .output(overlayScene)
    .query(({ ctx, input }) =>
      // In an address the token would stand in logs: pages send it in a header.
      withLinkedTenant(ctx, input.token ?? ctx.watchToken ?? '', (tenant) =>
        buildScene(ctx.database, tenant),
      ),
    ),
})
