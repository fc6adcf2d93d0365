import { z } from 'zod'
import { createRouter } from '#src/trpc/server/init.ts'
import { health } from '../../health.ts'
import { viewerProcedure } from '../console-procedures.ts'
import { getHealth } from './health.service.ts'
import type { Installation } from './installation.ts'

/** How the installation stands. */
export function createHealthRouter(installation: Installation) {
  return createRouter({
    get: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/health',
          tags: ['Console'],
          summary: 'Get how each part of the installation stands, and what to do about it',
        },
      })
      .input(z.object({}))
      .output(health)
      .query(({ ctx: { database, env } }) => getHealth({ database, env, installation })),
  })
}
