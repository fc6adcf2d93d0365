import { modules } from '#src/modules/registry.ts'
import type { Module } from '#src/resources/define-module.ts'
import type { Resource } from '#src/resources/define-resource.ts'
import { camelCase } from '#src/resources/naming.ts'

/** What `id` names below each router that is no resource. */
const routerTables: Readonly<Record<string, string>> = {
  members: 'users',
  invitations: 'invitations',
  links: 'overlay_links',
  sessions: 'sessions',
  apiTokens: 'api_tokens',
  audit: 'audit_log',
  impersonations: 'impersonations',
}

const fieldTables: Readonly<Record<string, string>> = {
  tenantId: 'tenants',
  tenantIds: 'tenants',
  runId: 'provisioning_runs',
  runIds: 'provisioning_runs',
  rolloutId: 'rollouts',
  userId: 'users',
  actorId: 'users',
  sessionId: 'sessions',
  mailId: 'mail_outbox',
  after: 'tenants',
}

/**
 * The table whose ids a field of a procedure takes.
 * @throws Error that says where to add one that is not known
 */
export function tableOfKey(path: string, field: string): string {
  const [moduleName = '', ...rest] = path.split('.')
  const router = rest.at(-2) ?? moduleName
  const known =
    tableOfResourceKey({ moduleName, router, field }) ??
    (field === 'id' ? routerTables[router] : fieldTables[field])
  if (known === undefined) {
    throw new Error(
      `The leak lab does not know what ${field} of ${path} names. ` +
        'Add its table to src/server/testing/leak-lab/key-table.ts.',
    )
  }
  return known
}

function tableOfResourceKey(key: { moduleName: string; router: string; field: string }): string | undefined {
  const owner = modules.find(({ id }) => camelCase(id) === key.moduleName)
  const resource = owner?.resources.find(({ name }) => camelCase(name) === key.router)
  if (!owner) return undefined
  if (!resource) return tableOfModuleField(owner, key.field)
  if (key.field === 'id') return resource.table
  return tableOfField(owner, resource, key.field)
}

/** Further procedures of a module name a reference as its resources do. */
function tableOfModuleField(module: Module, name: string): string | undefined {
  const tables = module.resources.map((resource) => tableOfField(module, resource, name))
  return tables.find((table) => table !== undefined)
}

function tableOfField(module: Module, resource: Resource, name: string): string | undefined {
  const field = resource.fields[name]
  if (field?.kind === 'member') return 'users'
  if (field?.kind === 'file') return 'files'
  if (field?.kind !== 'reference') return undefined
  return module.resources.find((candidate) => candidate.name === field.to)?.table
}
