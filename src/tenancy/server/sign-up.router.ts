import { z } from 'zod'
import { createRouter, publicProcedure } from '#src/trpc/server/init.ts'
import { planFeaturesOutput } from '../plan-feature.ts'
import { signUpInput, signUpOutput, subdomainAvailability } from '../sign-up.ts'
import { listPlanFeatures } from './plan-feature.repository.ts'
import { signUp, type SignUpCatalog } from './sign-up.service.ts'
import { getSubdomainAvailability } from './subdomain.service.ts'

/** Sign-up of a new business. @param catalog what the installed modules offer */
export function createSignUpRouter(catalog: SignUpCatalog) {
  return createRouter({
    create: publicProcedure('A new business has no account yet.')
      .meta({
        limits: ['signup'],
        openapi: {
          method: 'POST',
          path: '/signup',
          tags: ['Sign-up'],
          summary: 'Sign a new business up',
          description: 'The workspace is built after the answer. Watch it with the watch token.',
          successDescription: 'The workspace is being built',
        },
        successStatus: 202,
        errors: ['SUBDOMAIN_TAKEN', 'PLAN_LIMIT_REACHED', 'MODULE_WITHHELD'],
      })
      .input(signUpInput)
      .output(signUpOutput)
      .mutation(({ ctx, input }) => signUp(ctx, catalog, input)),

    listOffers: publicProcedure('Visitors choose a plan and what comes with it.')
      .meta({
        openapi: {
          method: 'GET',
          path: '/signup/offers',
          tags: ['Sign-up'],
          summary: 'What plans do with modules',
          description: 'A plan and a module that are not listed: the module is offered.',
        },
      })
      .input(z.object({}))
      .output(planFeaturesOutput)
      .query(async ({ ctx }) => ({ items: await listPlanFeatures(ctx.database.platform) })),

    checkSubdomain: publicProcedure('Visitors look for a free address.')
      .meta({
        limits: ['subdomain'],
        openapi: {
          method: 'GET',
          path: '/signup/subdomains/{name}',
          tags: ['Sign-up'],
          summary: 'Ask whether an address is free',
        },
      })
      .input(z.object({ name: z.string().max(100), city: z.string().max(80).optional() }))
      .output(subdomainAvailability)
      .query(({ ctx, input }) => getSubdomainAvailability(ctx.database.platform, input)),
  })
}
