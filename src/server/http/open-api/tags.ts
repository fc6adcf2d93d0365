import { modules } from '#src/modules/registry.ts'
import { listOperations, type OpenApiDocument } from './document.ts'

/** What each group of operations is about; a module says that itself. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  'Sign-up': 'A new business asks for a workspace.',
  Provisioning: 'The run that builds a workspace: watch it, start it again, take it back.',
  'Sign-in': 'Getting a token, and what it says about its bearer.',
  Account: 'Your own password, address, sessions and API tokens.',
  Workspace: 'The workspace itself and what is switched on in it.',
  Team: 'The people of the workspace, and who is invited.',
  Audit: 'What happened in a workspace, who did it, and the proof that the log is whole.',
  Console: 'For people of the platform: all tenants, their runs, modules and logs.',
  System: 'About this installation.',
  ...Object.fromEntries(modules.map(({ title, description }) => [title, description])),
}

/** The groups that occur, in the order of their first operation. */
export function listTags(document: OpenApiDocument): NonNullable<OpenApiDocument['tags']> {
  const names = new Set(listOperations(document).flatMap(({ operation }) => operation.tags ?? []))
  return [...names].map((name) => ({ name, description: DESCRIPTIONS[name] ?? name }))
}
