import { generateOpenApiDocument } from 'trpc-to-openapi'
import type { AppRouter } from '../../root-router.ts'

export type OpenApiDocument = ReturnType<typeof generateOpenApiDocument>
type PathItem = NonNullable<OpenApiDocument['paths']>[string]
export type Operation = NonNullable<PathItem['get']>
export type Components = NonNullable<OpenApiDocument['components']>
export type Schema = NonNullable<Components['schemas']>[string]
export type Response = NonNullable<Components['responses']>[string]
export type Responses = Record<string, Response>

/** The document as the adapter makes it: paths and schemas are right, errors and security are its own guess. */
export function generateDocument(
  router: AppRouter,
  { version, baseUrl, description }: { version: string; baseUrl: string; description: string },
): OpenApiDocument {
  return generateOpenApiDocument(router, {
    title: 'Berth',
    description,
    version,
    openApiVersion: '3.1.0',
    baseUrl,
  })
}

/** Every operation with its method in small letters. */
export function listOperations({ paths = {} }: OpenApiDocument): { method: string; operation: Operation }[] {
  return Object.values(paths).flatMap((path) =>
    (Object.entries(path) as [string, Operation][]).map(([method, operation]) => ({ method, operation })),
  )
}

/** The answers of an operation by status. */
export function responsesOf({ responses }: Operation): Responses {
  return responses ?? {}
}
