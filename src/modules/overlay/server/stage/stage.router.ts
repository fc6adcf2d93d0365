import { callerOf } from '#src/resources/server/record-caller.ts'
import { tenantProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { overlayScene } from '../../scene/scene.ts'
import { stageChanges, stageSettings } from '../../stage-settings.ts'
import { buildScene } from '../scene/scene.service.ts'
import { findStage } from './stage.repository.ts'
import { updateStage } from './stage.service.ts'

const within = { module: 'overlay' }
const tags = ['Stream overlay']

/** The stage as people set it up. */
export const stageRouter = createRouter({
  get: tenantProcedure('overlay-stage:get', within)
    .meta({
      openapi: { method: 'GET', path: '/overlay-stage', tags, summary: 'Get how the stage is set up' },
    })
    .output(stageSettings)
    .query(({ ctx }) => findStage(ctx.database.tenant)),

  update: tenantProcedure('overlay-stage:update', within)
    .meta({
      openapi: { method: 'PATCH', path: '/overlay-stage', tags, summary: 'Change how the stage is set up' },
    })
    .input(stageChanges)
    .output(stageSettings)
    .mutation(({ ctx, input }) => updateStage(ctx.database.tenant, callerOf(ctx), input)),

  getScene: tenantProcedure('overlay-stage:get', within)
    .meta({
      openapi: { method: 'GET', path: '/overlay-stage/scene', tags, summary: 'Get what the stage shows' },
    })
    .output(overlayScene)
    .query(({ ctx }) => buildScene(ctx.database, ctx.tenant)),
})
