import { formatDuration } from '#src/ui/format/durations.ts'
import { getStepTitle } from '../step-titles.ts'
import { phaseOf, totalMs } from './run-phase.ts'
import type { WatchedRun } from '../watched-run.ts'

/** What happened between two views of a run, in words; nothing that was said before. */
export function sentencesBetween(before: WatchedRun, after: WatchedRun): string[] {
  const sentences: string[] = []
  for (const step of after.steps) {
    const previous = before.steps.find(({ name }) => name === step.name)
    if (previous?.state === step.state) continue
    const { title } = getStepTitle(step.name)
    if (step.state === 'succeeded') sentences.push(`${title}: done.`)
    if (step.state === 'failed') sentences.push(`${title}: failed. ${step.message ?? ''}`.trim())
  }
  const phase = phaseOf(after)
  if (phase === phaseOf(before)) return sentences
  const total = totalMs(after)
  if (phase === 'ready')
    sentences.push(`Your workspace is ready${total === undefined ? '' : ` in ${formatDuration(total)}`}.`)
  if (phase === 'failed') sentences.push('It could not be built. Nothing is left behind. You can try again.')
  if (phase === 'retrying') sentences.push(`Trying again, attempt ${after.attempt}.`)
  if (phase === 'cancelled') sentences.push('The sign-up is cancelled.')
  return sentences
}

/** The run in the few words that a browser's tab has room for. */
export function describeTab(run: WatchedRun, name: string, tenantStatus?: string): string {
  switch (phaseOf(run, tenantStatus)) {
    case 'ready':
      return `Ready: ${name}`
    case 'failed':
      return `Failed: ${name}`
    case 'cancelled':
      return `Cancelled: ${name}`
    case 'rolled-back':
      return `Taken back: ${name}`
    case 'undoing':
      return `Undoing: ${name}`
    default:
      return `${run.percent} % ${name}`
  }
}
