import { generateOpenApiDocument } from 'trpc-to-openapi'
import { PRODUCT_VERSION } from '../product-version.ts'
import type { AppRouter } from '../root-router.ts'
import type { SiteAddress } from '../site-address.ts'
import { REST_PREFIX } from './rest.ts'

/** The REST contract, made from the same declarations that serve it. */
export function createOpenApiDocument(router: AppRouter, site: Pick<SiteAddress, 'apexUrl'>) {
  return generateOpenApiDocument(router, {
    title: 'Berth',
    version: PRODUCT_VERSION,
    openApiVersion: '3.1.0',
    baseUrl: `${site.apexUrl}${REST_PREFIX}`,
  })
}
