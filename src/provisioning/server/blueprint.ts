import type { Migration } from '#src/db/server/migration-files.ts'

/** Rows that a new tenant starts with; `tenant_id` is filled in by the step that inserts them. */
export type SeedRows = { table: string; columns: readonly string[]; rows: readonly (readonly unknown[])[] }

/** Which rows of a table belong to one person, for the policy that binds queries made for a client. */
export type OwnRows = {
  table: string
  /** @returns the condition in SQL, for tables of `schema` and an expression of the person's id */
  condition: (names: { schema: string; owner: string }) => string
}

/** What is to be built for a tenant, told by the modules the run is about. */
export type TenantBlueprint = {
  /** modules to switch on, or off */
  modules: readonly string[]
  /** their migrations, in the order they are applied */
  migrations: readonly Migration[]
  seed: readonly SeedRows[]
  /** tables that clients may look into; all others are closed to them */
  ownRows: readonly OwnRows[]
}

/** What a run was started with; the blueprint is made from it when the run executes. */
export type RunInput = { modules: string[]; services: string[] }

/** Supplied by the composition root, so that the engine knows no module by name. */
export type BlueprintOf = (input: RunInput) => TenantBlueprint
