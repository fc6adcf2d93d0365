import type { AnyTRPCRouter } from '@trpc/server'
import type { Database } from '#src/db/server/database.ts'
import type { RunQuery } from '#src/db/server/run-query.ts'
import type { FileStore } from '#src/files/server/file-store.ts'
import type { Task } from '#src/jobs/server/define-task.ts'
import type { Module } from '../define-module.ts'
import type { RecordHooks } from './record-hooks.ts'

/** What a module does on the server beyond what its declarations say. */
export type ModuleServer<
  M extends Module = Module,
  Routers extends Readonly<Record<string, AnyTRPCRouter>> = Readonly<Record<string, AnyTRPCRouter>>,
> = {
  module: M
  /** by the name of the resource */
  hooks: Readonly<Record<string, RecordHooks>>
  /** further procedures, beside those of the resources */
  routers: Routers
  /** what follows when the tenant writes in another language; in the scope of the tenant */
  followLanguage?: FollowLanguage | undefined
  /** work in the background, bound to what a worker has */
  listTasks?: ListTasks | undefined
}

/** What the background work of a module is done with. */
export type ModuleTaskParts = { database: Database; files: FileStore }
type ListTasks = (parts: ModuleTaskParts) => Task[]

type FollowLanguage = (query: RunQuery, language: string) => Promise<void>

/**
 * Declares the server part of a module.
 * @throws Error when a hook belongs to no resource of the module.
 */
export function defineModuleServer<
  M extends Module,
  const Routers extends Readonly<Record<string, AnyTRPCRouter>>,
>(
  module: M,
  parts: {
    hooks?: Readonly<Partial<Record<M['resources'][number]['name'], RecordHooks>>>
    routers: Routers
    followLanguage?: FollowLanguage
    listTasks?: ListTasks
  },
): ModuleServer<M, Routers> {
  const hooks: Readonly<Record<string, RecordHooks>> = { ...parts.hooks }
  const names = new Set(module.resources.map(({ name }) => name))
  const stray = Object.keys(hooks).find((name) => !names.has(name))
  if (stray !== undefined) throw new Error(`${module.id}: hooks for unknown ${stray}.`)
  return {
    module,
    hooks,
    routers: parts.routers,
    followLanguage: parts.followLanguage,
    listTasks: parts.listTasks,
  }
}
