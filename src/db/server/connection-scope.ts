import { quoteIdentifier } from './quote-identifier.ts'

/** Under which role, on which schema and for which tenant a transaction runs. */
export type ConnectionScope = {
  role: string
  schema: string
  tenantId?: string
  /** the person whose own rows alone are within reach; without, all rows of the tenant are */
  ownerId?: string | null | undefined
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * The statements that open a transaction in a scope, as one message. Everything is `set local`, so that a
 * connection carries nothing over to the next transaction, behind a transaction-mode pooler too.
 * @throws RangeError when an id is not a UUID or a name is not an identifier.
 */
export function openStatement({ role, schema, tenantId, ownerId }: ConnectionScope): string {
  if (tenantId !== undefined && !UUID.test(tenantId)) throw new RangeError('A tenant id must be a UUID.')
  if (typeof ownerId === 'string' && !UUID.test(ownerId)) throw new RangeError('An owner id must be a UUID.')
  return [
    'begin',
    `set local role ${quoteIdentifier(role)}`,
    `set local search_path to ${quoteIdentifier(schema)}, pg_temp`,
    `set local app.tenant_id = '${tenantId ?? ''}'`,
    ...(typeof ownerId === 'string' ? [`set local app.owner_id = '${ownerId}'`] : []),
  ].join('; ')
}
