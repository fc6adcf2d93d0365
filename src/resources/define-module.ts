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

/** A business package as plain data. Its migrations lie beside it in `migrations/`. */
export type Module<
  Id extends string = string,
  Resources extends readonly Resource[] = readonly Resource[],
> = {
  id: Id
  industry: Industry
  /** its name in words, also in the navigation */
  title: string
  description: string
  /** name of an icon of lucide */
  icon: string
  resources: Resources
  starters: readonly Starter[]
}

type Declaration<Id extends string, Resources extends readonly Resource[]> = Omit<
  Module<Id, Resources>,
  'starters'
> & { starters?: readonly Starter[] }

/**
 * Declares a module.
 * @throws Error when a reference or a starter names a resource the module does not have, or an owner is named by none.
 */
export function defineModule<const Id extends string, const Resources extends readonly Resource[]>(
  declaration: Declaration<Id, Resources>,
): Module<Id, Resources> {
  const declared: Module<Id, Resources> = { starters: [], ...declaration }
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
