import type { Module } from '../define-module.ts'
import type { Resource } from '../define-resource.ts'

/** The resource a call is about, and the module whose other resources it may refer to. */
export type RecordTarget<R extends Resource = Resource> = {
  module: Pick<Module, 'id' | 'resources'>
  resource: R
}
