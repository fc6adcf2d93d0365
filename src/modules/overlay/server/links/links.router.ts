import { z } from 'zod'
import { callerOf } from '#src/resources/server/record-caller.ts'
import { deletedRecord } from '#src/resources/record-schemas.ts'
import type { TenantCall } from '#src/tenancy/server/tenant-procedure.ts'
import { tenantProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import {
  linkAddress,
  newLinkInput,
  newOverlayLink,
  OVERLAY_PATH,
  overlayLink,
  type NewOverlayLink,
  type OverlayLink,
} from '../../overlay-link.ts'
import { listLinks } from './link.repository.ts'
import { createLink, revokeLink, rotateLink } from './link.service.ts'

const within = { module: 'overlay' }
const tags = ['Stream overlay']

/** The token is the fragment of the address, which no server is sent and no log keeps. */
function withUrl(
  { tenant, workspaceUrl }: TenantCall,
  link: OverlayLink & { token: string },
): NewOverlayLink {
  return { ...link, url: `${workspaceUrl(tenant.subdomain)}${OVERLAY_PATH}#${link.token}` }
}

/** Secret links by which the overlay is shown to whoever has them. */
export const linksRouter = createRouter({
  list: tenantProcedure('overlay-links:list', within)
    .meta({ openapi: { method: 'GET', path: '/overlay-links', tags, summary: 'List links of the overlay' } })
    .output(z.array(overlayLink))
    .query(({ ctx }) => listLinks(ctx.database.tenant)),

  create: tenantProcedure('overlay-links:create', within)
    .meta({
      openapi: { method: 'POST', path: '/overlay-links', tags, summary: 'Make a link of the overlay' },
      successStatus: 201,
      errors: ['LIMIT_REACHED'],
    })
    .input(newLinkInput)
    .output(newOverlayLink)
    .mutation(async ({ ctx, input }) =>
      withUrl(ctx, await createLink(ctx.database.tenant, callerOf(ctx), input)),
    ),

  rotate: tenantProcedure('overlay-links:create', within)
    .meta({
      openapi: {
        method: 'POST',
        path: '/overlay-links/{id}/rotate',
        tags,
        summary: 'Give a link of the overlay another token',
      },
      errors: ['NOT_FOUND'],
    })
    .input(linkAddress)
    .output(newOverlayLink)
    .mutation(async ({ ctx, input }) =>
      withUrl(ctx, await rotateLink(ctx.database.tenant, callerOf(ctx), input.id)),
    ),

  delete: tenantProcedure('overlay-links:delete', within)
    .meta({
      openapi: {
        method: 'DELETE',
        path: '/overlay-links/{id}',
        tags,
        summary: 'Revoke a link of the overlay',
      },
      errors: ['NOT_FOUND'],
    })
    .input(linkAddress)
    .output(deletedRecord)
    .mutation(({ ctx, input }) => revokeLink(ctx.database.tenant, callerOf(ctx), input.id)),
})
