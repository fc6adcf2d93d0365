import type { TenantRole } from '#src/auth/identity.ts'
import type { Permission } from '#src/auth/permissions.ts'
import type { Industry } from '#src/tenancy/tenant.ts'
import type { Resource } from './define-resource.ts'
import { requireOwnReachable } from './own-checks.ts'
import type { CreateInput } from './record-types.ts'

/** A record that a new business may start with, chosen in the sign-up wizard. */
export type Starter = {
  /** unique over all modules */
  key: string
  /** name of the resource it becomes a record of */
  resource: string
  title: string
  detail: string
  /** ticked before people choose */
  selected: boolean
  values: Record<string, unknown>
}

/** A page of a module beside the tables of its resources; what it shows, the registry of pages knows. */
export type ModulePage = {
  /** last part of its address: `/pet-care/calendar` */
  name: string
  title: string
  /** name of an icon of lucide */
  icon: string
  /** who finds it in the navigation */
  permission: Permission
}

/** Rights a module needs beyond those to its records. */
export type ModulePermissions = Readonly<Record<Permission, readonly TenantRole[]>>

/** A business package as plain data. Its migrations lie beside it in `migrations/`. */
export type Module<
  Id extends string = string,
  Resources extends readonly Resource[] = readonly Resource[],
> = {
  id: Id
  /** the trade whose businesses begin with it; null for one that any business may add */
  industry: Industry | null
  /** its name in words, also in the navigation */
  title: string
  description: string
  /** name of an icon of lucide */
  icon: string
  resources: Resources
  /** tables beside those of its resources, by their names in the database */
  tables: readonly string[]
  starters: readonly Starter[]
  /** in the order of the navigation, before the resources */
  pages: readonly ModulePage[]
  /** names of resources whose records have a page of their own, at `/<module>/<resource>/<id>/overview` */
  recordPages: readonly string[]
  permissions: ModulePermissions
  /** what these rights are about, in words, by the part before the colon */
  permissionTitles: Readonly<Record<string, string>>
}

type Optional = 'tables' | 'starters' | 'pages' | 'recordPages' | 'permissions' | 'permissionTitles'
type Declaration<Id extends string, Resources extends readonly Resource[]> = Omit<
  Module<Id, Resources>,
  Optional
> &
  Partial<Pick<Module, Optional>>

/**
 * Declares a module.
 * @throws Error when a reference, a starter or a page names a resource the module does not have, or an owner is named
 *   by none.
 */
export function defineModule<const Id extends string, const Resources extends readonly Resource[]>(
  declaration: Declaration<Id, Resources>,
): Module<Id, Resources> {
  const declared: Module<Id, Resources> = {
    tables: [],
    starters: [],
    pages: [],
    recordPages: [],
    permissions: {},
    permissionTitles: {},
    ...declaration,
  }
  const names = new Set(declaration.resources.map((resource) => resource.name))
  for (const resource of declaration.resources) {
    for (const [name, field] of Object.entries(resource.fields)) {
      if (field.kind === 'reference' && !names.has(field.to)) {
        throw new Error(`${declaration.id}: ${resource.name}.${name} refers to unknown ${field.to}.`)
      }
    }
  }
  const stray = declared.starters.find((starter) => !names.has(starter.resource))
  if (stray) throw new Error(`${declaration.id}: starter ${stray.key} belongs to unknown ${stray.resource}.`)
  const lost = declared.recordPages.find((name) => !names.has(name))
  if (lost !== undefined)
    throw new Error(`${declaration.id}: there is a page for records of unknown ${lost}.`)
  const hiding = declared.pages.find(({ name }) => names.has(name))
  if (hiding) throw new Error(`${declaration.id}: the page ${hiding.name} would hide a resource.`)
  requireOwnReachable(declared)
  return declared
}

/** Declares starter records of one resource; they are ticked unless `selected` is false. */
export function defineStarters<R extends Resource>(
  resource: R,
  starters: readonly (Pick<Starter, 'key' | 'title' | 'detail'> & {
    selected?: boolean
    values: CreateInput<R>
  })[],
): Starter[] {
  return starters.map((starter) => ({ selected: true, ...starter, resource: resource.name }))
}

/**
 * The resource of that name.
 * @throws Error when the module has none, a programming mistake.
 */
export function requireResource(module: Pick<Module, 'id' | 'resources'>, name: string): Resource {
  const resource = module.resources.find((candidate) => candidate.name === name)
  if (!resource) throw new Error(`Module ${module.id} has no resource ${name}.`)
  return resource
}
