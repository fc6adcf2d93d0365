import { listOperations, responsesOf, type OpenApiDocument, type Operation, type Schema } from './document.ts'

/** A record is answered by five calls; what only two have in common deserves no name. */
const WORTH_A_NAME = 3

type Holder = { name: string; schema: Schema; replace: (schema: Schema) => void }

/**
 * Turns an answer that several operations of one router share into a named schema: a reader, or a generator of
 * clients, wants to know a record as one thing.
 */
export function shareSchemas(document: OpenApiDocument): void {
  const schemas = document.components?.schemas ?? {}
  const holders = listOperations(document).flatMap(({ operation }) => listHolders(operation))
  const alike = Map.groupBy(holders, ({ name, schema }) => `${name} ${JSON.stringify(schema)}`)
  for (const group of alike.values()) {
    const [first] = group
    if (!first || group.length < WORTH_A_NAME || first.name in schemas) continue
    schemas[first.name] = first.schema
    for (const { replace } of group) replace({ $ref: `#/components/schemas/${first.name}` })
  }
}

/** Where answers stand, those of lists by their items, under the name of the router they come from. */
function listHolders(operation: Operation): Holder[] {
  const name = (operation.operationId ?? '').split('-').slice(0, -1).map(capitalise).join('')
  return Object.values(responsesOf(operation)).flatMap((response): Holder[] => {
    const media = 'content' in response ? response.content['application/json'] : undefined
    if (!media?.schema || '$ref' in media.schema) return []
    const list = media.schema.properties?.['items']
    if (list && 'items' in list)
      return [{ name, schema: list.items, replace: (schema) => (list.items = schema) }]
    return [{ name, schema: media.schema, replace: (schema) => (media.schema = schema) }]
  })
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
