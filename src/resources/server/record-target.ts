import { ownerIdOf, type Identity } from '#src/auth/identity.ts'
import type { Module } from '../define-module.ts'
import type { Resource } from '../define-resource.ts'
import type { RecordHooks } from './record-hooks.ts'

/** The resource a call is about, the module whose other resources it may refer to, and how far the caller reaches. */
export type RecordTarget<R extends Resource = Resource> = {
  module: Pick<Module, 'id' | 'resources'>
  resource: R
  /** the person whose own records alone are reached; null for all records of the tenant */
  ownerId: string | null
  /** what the module adds to writes of the resource */
  hooks?: RecordHooks | undefined
}

/** What a call by this person is about. */
export function targetFor(
  identity: Pick<Identity, 'role' | 'userId'>,
  declared: Omit<RecordTarget, 'ownerId'>,
): RecordTarget {
  return { ...declared, ownerId: ownerIdOf(identity) }
}
