import type { PermissionTable } from '#src/auth/permissions.ts'
import { PRODUCT_VERSION } from '../product-version.ts'
import type { AppRouter } from '../root-router.ts'
import type { SiteAddress } from '../site-address.ts'
import { listComponents } from './open-api/components.ts'
import { generateDocument, listOperations, type OpenApiDocument } from './open-api/document.ts'
import { modules } from '#src/modules/registry.ts'
import { addFileOperations } from './open-api/file-operations.ts'
import { describeOperation } from './open-api/describe-operation.ts'
import { listRestProcedures } from './open-api/rest-procedures.ts'
import { shareSchemas } from './open-api/share-schemas.ts'
import { listTags } from './open-api/tags.ts'
import { tidySchemas } from './open-api/tidy-schemas.ts'
import { REST_PREFIX } from './rest.ts'

const DESCRIPTION =
  'Every call answers JSON. A failed one answers its HTTP status and `{"error": {"code", "message", "requestId"}}`. ' +
  'The guide and all error codes are at /docs.'

type Surroundings = Pick<SiteAddress, 'apexUrl'> & { permissions: PermissionTable }

/**
 * The REST contract, made from the same declarations that serve it: who may call, what it answers, and every
 * code it may fail with.
 */
export function createOpenApiDocument(
  router: AppRouter,
  { apexUrl, permissions }: Surroundings,
): OpenApiDocument {
  const document = generateDocument(router, {
    version: PRODUCT_VERSION,
    baseUrl: `${apexUrl}${REST_PREFIX}`,
    description: DESCRIPTION,
  })
  const procedures = listRestProcedures(router)
  const failures = listOperations(document).flatMap(({ method, operation }) => {
    const procedure = procedures.get(operation.operationId ?? '')
    return procedure ? describeOperation(operation, { method, procedure, permissions }) : []
  })
  failures.push(...addFileOperations(document, { modules, permissions }))
  document.components = listComponents(failures)
  document.tags = listTags(document)
  document.externalDocs = { description: 'Guide and error codes', url: `${apexUrl}/docs` }
  tidySchemas(document)
  shareSchemas(document)
  return document
}
