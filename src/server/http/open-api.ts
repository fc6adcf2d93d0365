import type { ServerResponse } from 'node:http'
import { generateOpenApiDocument } from 'trpc-to-openapi'
import { PRODUCT_VERSION } from '../product-version.ts'
import { appRouter } from '../root-router.ts'
import type { SiteAddress } from '../site-address.ts'
import { respondJson } from './respond.ts'
import { REST_PREFIX } from './rest.ts'

/** The REST contract, made from the same declarations that serve it. */
export function createOpenApiDocument(site: Pick<SiteAddress, 'apexUrl'>) {
  return generateOpenApiDocument(appRouter, {
    title: 'Berth',
    version: PRODUCT_VERSION,
    openApiVersion: '3.1.0',
    baseUrl: `${site.apexUrl}${REST_PREFIX}`,
  })
}

export async function serveOpenApi(res: ServerResponse, site: SiteAddress): Promise<void> {
  respondJson(res, 200, createOpenApiDocument(site))
}
