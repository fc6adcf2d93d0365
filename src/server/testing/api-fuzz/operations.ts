import type { TestClient } from '../test-client.ts'

/** The part of JSON Schema that our document uses. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
}

type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema?: Schema }

/** One operation of the REST contract, as its document describes it. */
export type Operation = { method: string; path: string; parameters: Parameter[]; body: Schema | null }

type Described = {
  parameters?: Parameter[]
  requestBody?: { content: Partial<Record<string, { schema?: Schema }>> }
}
type Document = {
  paths: Record<string, Record<string, Described>>
  components?: { schemas?: Record<string, Schema> }
}

/** Every operation of the document the server publishes, with a function that follows references in it. */
export async function listOperations(
  client: TestClient,
): Promise<{ operations: Operation[]; resolve: (schema: Schema) => Schema }> {
  const answer = await client.call('GET', '/api/v1/openapi.json')
  const { paths, components } = answer.body as Document
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      parameters: described.parameters ?? [],
      body: described.requestBody?.content['application/json']?.schema ?? null,
    })),
  )
  function resolve(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1)
    return name === undefined ? schema : resolve(components?.schemas?.[name] ?? {})
  }
  return { operations, resolve }
}
