import { z } from 'zod'
import { callerOf } from '#src/resources/server/record-caller.ts'
import { tenantProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { providerAddress, providerTokenInput, storedProviderToken } from '../../provider-token.ts'
import { listProviderTokens } from './provider-token.repository.ts'
import { deleteTokens, saveTokens } from './provider-token.service.ts'

const within = { module: 'overlay' }
const tags = ['Stream overlay']

/** Tokens of the services a stream is connected to. They go in and are never answered. */
export const providerTokensRouter = createRouter({
  list: tenantProcedure('provider-tokens:list', within)
    .meta({ openapi: { method: 'GET', path: '/provider-tokens', tags, summary: 'List tokens of providers' } })
    .output(z.array(storedProviderToken))
    .query(({ ctx }) => listProviderTokens(ctx.database.tenant)),

  update: tenantProcedure('provider-tokens:update', within)
    .meta({
      openapi: {
        method: 'PUT',
        path: '/provider-tokens/{provider}',
        tags,
        summary: 'Store the tokens of a provider',
      },
    })
    .input(providerTokenInput)
    .output(storedProviderToken)
    .mutation(({ ctx, input }) => {
      const { database, encryptionKeys: keys } = ctx
      return saveTokens(database.tenant, { caller: callerOf(ctx), keys }, input)
    }),

  delete: tenantProcedure('provider-tokens:delete', within)
    .meta({
      openapi: {
        method: 'DELETE',
        path: '/provider-tokens/{provider}',
        tags,
        summary: 'Forget the tokens of a provider',
      },
      errors: ['NOT_FOUND'],
    })
    .input(providerAddress)
    .output(providerAddress)
    .mutation(({ ctx, input }) => deleteTokens(ctx.database.tenant, callerOf(ctx), input.provider)),
})
