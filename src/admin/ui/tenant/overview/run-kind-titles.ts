import type { RunKind } from '#src/provisioning/run.ts'

/** What each kind of run does, in words. */
export const runKindTitles: Readonly<Record<RunKind, string>> = {
  'create-tenant': 'Workspace built',
  'enable-module': 'Module switched on',
  'disable-module': 'Module switched off',
  migrate: 'Schema brought up to date',
  'delete-tenant': 'Tenant deleted for good',
  restore: 'Tenant restored',
  import: 'Records imported',
}
