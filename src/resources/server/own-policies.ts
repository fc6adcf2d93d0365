import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { OwnRows } from '#src/provisioning/server/blueprint.ts'
import type { Module } from '../define-module.ts'
import { ownRows } from './visible-rows.repository.ts'

/** The tables of a module that clients may look into, and which rows are theirs, by the declarations. */
export function listOwnRows(module: Pick<Module, 'id' | 'resources'>): OwnRows[] {
  return module.resources
    .filter(({ own }) => own !== null)
    .map((resource) => ({
      table: resource.table,
      condition: ({ schema, owner }) =>
        ownRows({ module, resource }, { alias: quoteIdentifier(resource.table), owner, schema }),
    }))
}
