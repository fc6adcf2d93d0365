/** As much of OpenAPI 3.1 as our own document uses and the reference shows. */
export type Schema = {
  $ref?: string
  type?: string | readonly string[]
  format?: string
  description?: string
  enum?: readonly unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  items?: Schema
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  additionalProperties?: boolean | Schema
}

export type Parameter = {
  $ref?: string
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  schema?: Schema
}

type Media = { schema?: Schema; example?: unknown; examples?: Readonly<Record<string, unknown>> }
export type Response = { $ref?: string; description?: string; content?: Readonly<Record<string, Media>> }

export type Operation = {
  operationId: string
  summary: string
  description?: string
  tags: readonly string[]
  parameters?: readonly Parameter[]
  requestBody?: { required?: boolean; content: Readonly<Record<string, Media>> }
  responses: Readonly<Record<string, Response>>
  'x-berth-access': { kind: string; sentence: string; roles?: readonly string[]; permission?: string }
}

export type OpenApi = {
  servers: readonly { url: string }[]
  tags: readonly { name: string; description?: string }[]
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  components: {
    schemas: Readonly<Record<string, Schema>>
    responses: Readonly<Record<string, Response>>
    parameters: Readonly<Record<string, Parameter>>
  }
}

/** What a reference points to; anything else as it is. */
export function follow<Node extends { $ref?: string }>(document: OpenApi, node: Node): Node {
  const [kind, name] = node.$ref?.split('/').slice(-2) ?? []
  if (kind === undefined || name === undefined) return node
  const shelf = (document.components as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[kind]
  return (shelf?.[name] as Node | undefined) ?? node
}
