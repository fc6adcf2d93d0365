import type { CreateTenantStep, DeleteTenantStep, StepName } from './run.ts'

/** A step in the words of the person whose workspace it is. */
export type StepTitle = {
  title: string
  /** what it is good for, in one sentence */
  purpose: string
}

const buildTitles: Record<CreateTenantStep, StepTitle> = {
  reserve: {
    title: 'Your address, reserved',
    purpose: 'Nobody else can take it while the workspace is being built.',
  },
  'create-role': {
    title: 'A database role of its own',
    purpose: 'Queries of your workspace run under this role, and it has no rights anywhere else.',
  },
  'create-schema': {
    title: 'A database schema of its own',
    purpose: 'Your records live in their own room, apart from those of every other business.',
  },
  migrate: {
    title: 'Tables for your modules',
    purpose: 'Tables, rules and indexes for what you chose, one migration after the other.',
  },
  secure: {
    title: 'A lock on every table',
    purpose: 'Each row carries your workspace’s number, and the database refuses every other one.',
  },
  seed: {
    title: 'Your first records',
    purpose: 'The services you ticked, so that you do not start with an empty page.',
  },
  verify: {
    title: 'Isolation, put to the test',
    purpose: 'Before anybody gets in, we try to reach across in both directions, and must fail.',
  },
  activate: {
    title: 'Doors open',
    purpose: 'Everything becomes visible at once, or not at all.',
  },
  welcome: {
    title: 'Welcome message on its way',
    purpose: 'One e-mail with your address, and the first line in your audit log.',
  },
}

/** Steps that only runs of a workspace have that is there already. */
const moduleTitles: Record<Exclude<StepName, CreateTenantStep | DeleteTenantStep>, StepTitle> = {
  hold: {
    title: 'One change at a time',
    purpose: 'Another module of this workspace waits until this one is done. Everybody goes on working.',
  },
  'switch-on': {
    title: 'Switched on',
    purpose: 'The module appears for everybody at once, or not at all.',
  },
  'switch-off': {
    title: 'Switched off',
    purpose: 'The module disappears for everybody at once. Its records stay.',
  },
}

/** Steps of the run that removes a workspace when its days of grace are over. */
const deleteTitles: Record<DeleteTenantStep, StepTitle> = {
  close: {
    title: 'Closed for good',
    purpose: 'Sessions and tokens end; from here on nobody can call the deletion off.',
  },
  survey: {
    title: 'What there is, counted',
    purpose: 'The audit log says afterwards what was removed.',
  },
  'drop-tables': {
    title: 'Tables dropped',
    purpose: 'A few at a time, so that no other workspace has to wait.',
  },
  'drop-plane': {
    title: 'Schema and role dropped',
    purpose: 'The room in the database that the workspace had, and the key to it.',
  },
  'remove-files': {
    title: 'Files removed',
    purpose: 'Everything that was uploaded, from wherever files are stored.',
  },
  'remove-rows': {
    title: 'People forgotten',
    purpose: 'Accounts, sessions, invitations, tokens and mails.',
  },
  prove: {
    title: 'Proven to be gone',
    purpose: 'Looked for once more, and noted in the audit log, which is all that stays.',
  },
}

const titles: Record<StepName, StepTitle> = { ...buildTitles, ...moduleTitles, ...deleteTitles }

/** Steps of `create-tenant` in order, for browser code that has no need of the schemas beside the list itself. */
export const titledSteps: readonly string[] = Object.keys(buildTitles)

/** The words for a step; a step nobody wrote words for keeps its own name. */
export function getStepTitle(name: string): StepTitle {
  return Object.hasOwn(titles, name) ? titles[name as StepName] : { title: name, purpose: '' }
}
