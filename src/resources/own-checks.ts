import type { Module } from './define-module.ts'
import type { Resource } from './define-resource.ts'
import { ownField } from './own.ts'

/**
 * A resource that lets clients do anything has to say which records are theirs.
 * @throws Error when it does not, or names a field that cannot tell
 */
export function requireOwnDeclared({ name, own, fields, permissions }: Resource): void {
  const isOpen = Object.values(permissions).some((roles) => roles.includes('client'))
  if (isOpen && own === null)
    throw new Error(`${name} is open to clients but does not say which are their own.`)
  if (own === null) return
  const kind = 'field' in own ? 'member' : 'reference'
  if (fields[ownField(own)]?.kind !== kind)
    throw new Error(`${name}: ${ownField(own)}, by which records are owned, must be a ${kind}.`)
}

/**
 * Following `through` from resource to resource must end at a field that names a person.
 * @throws Error when it ends nowhere
 */
export function requireOwnReachable({ id, resources }: Pick<Module, 'id' | 'resources'>): void {
  for (const { name } of resources.filter(({ own }) => own !== null)) {
    const path: string[] = []
    let next: string | undefined = name
    while (next !== undefined) {
      if (path.includes(next))
        throw new Error(`${id}: ${[...path, next].join(' through ')} is owned by nobody.`)
      path.push(next)
      const resource = resources.find((candidate) => candidate.name === next)
      if (!resource?.own) throw new Error(`${id}: ${name} is owned through ${next}, which says no owner.`)
      const field = resource.fields[ownField(resource.own)]
      next = 'through' in resource.own && field?.kind === 'reference' ? field.to : undefined
    }
  }
}
