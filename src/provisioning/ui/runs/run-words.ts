import type { RunRow } from '../../run-list.ts'
import type { RunEvent, RunKind } from '../../run.ts'
import { getStepTitle } from '../../step-titles.ts'

/** Kinds of runs, as a list or a filter names them. */
export const kindTitles: Readonly<Record<RunKind, string>> = {
  'create-tenant': 'New workspace',
  'enable-module': 'Module on',
  'disable-module': 'Module off',
  migrate: 'Migration',
  'delete-tenant': 'Deletion',
  restore: 'Restore',
  import: 'Import',
}

/**
 * What a run does, in a few words.
 * @param titleOf the title of a module, where it is known
 */
export function describeRun(
  { kind, modules }: Pick<RunRow, 'kind' | 'modules'>,
  titleOf: (module: string) => string = (module) => module,
): string {
  const names = modules.map(titleOf).join(', ')
  if (kind === 'enable-module') return `${names} on`
  if (kind === 'disable-module') return `${names} off`
  return kindTitles[kind]
}

/** An event of a run as a line of its log; what it says by itself comes behind. */
export function describeEvent({ type, step, payload }: RunEvent): string {
  const title = step === null ? '' : getStepTitle(step).title
  switch (type) {
    case 'run.queued':
      return payload.attempt !== undefined && payload.attempt > 1
        ? `Asked for again, attempt ${payload.attempt}`
        : 'Asked for'
    case 'run.started':
      return 'Started'
    case 'run.retrying':
      return `A passing fault, attempt ${payload.attempt ?? ''} follows`
    case 'run.compensating':
      return 'Taking everything back'
    case 'run.compensated':
      return 'Taken back, nothing is left behind'
    case 'run.failed':
      return 'Failed'
    case 'run.cancelled':
      return 'Given up'
    case 'run.succeeded':
      return 'Succeeded'
    case 'step.started':
      return `${title}: started`
    case 'step.progressed':
      return title
    case 'step.succeeded':
      return `${title}: done`
    case 'step.failed':
      return `${title}: failed`
    case 'step.compensated':
      return `${title}: taken back`
  }
}
