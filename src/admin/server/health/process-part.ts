import type { RunQuery } from '#src/db/server/run-query.ts'
import type { Node } from '../../node.ts'
import { listNodes } from '../nodes/node.repository.ts'
import { fails, fine, needsAttention, type JudgedPart, type Judgement } from './judgement.ts'

type Worker = 'inline' | 'off' | 'stopped'

export async function checkProcesses(
  query: RunQuery,
  worker: Worker,
): Promise<JudgedPart<{ nodes: Node[] }>> {
  const nodes = await listNodes(query)
  return { ...judgeProcesses(nodes, worker), details: { nodes } }
}

/**
 * @param worker of the process that answers, which knows about itself without the list
 * @returns the most pressing thing that is to be said
 */
export function judgeProcesses(nodes: readonly Node[], worker: Worker): Judgement {
  const alive = nodes.filter(({ isLost }) => !isLost)
  const missed = nodes.filter((node) => node.isLost && !isReplaced(node, alive))
  const [lost] = missed
  if (worker !== 'inline' && !alive.some(({ takesJobs }) => takesJobs)) {
    return fails(
      lost ? `Nobody takes jobs. ${describe(lost)} was lost.` : 'Nobody takes jobs.',
      'Workspaces are not built and mails are not sent. Start a worker, or a web process with BERTH_WORKER=inline.',
    )
  }
  if (worker === 'stopped') {
    return needsAttention('The worker of this process has died.', 'Read its log, and start the process anew.')
  }
  if (lost) {
    return needsAttention(
      missed.length === 1 ? `${describe(lost)} was lost.` : `${missed.length} processes were lost.`,
      'Read its log, and start it again. One that is gone for good leaves this list within a day.',
    )
  }
  const versions = new Set(alive.map(({ version, commit }) => `${version} ${commit ?? ''}`))
  if (versions.size > 1) {
    return needsAttention(
      'Not all processes run the same code.',
      'This is so while a release is rolled out. If it stays, start the older ones anew.',
    )
  }
  const workers = alive.filter(({ takesJobs }) => takesJobs).length
  return fine(`${count(alive.length, 'process', 'processes')}, ${workers} of them with a worker.`)
}

/** True when another one of its kind was started on its machine after it fell silent. */
function isReplaced(lost: Node, alive: readonly Node[]): boolean {
  return alive.some(({ kind, host, startedAt }) => {
    return kind === lost.kind && host === lost.host && startedAt > lost.seenAt
  })
}

function describe({ kind, host, pid }: Node): string {
  return `The ${kind === 'web' ? 'web process' : 'worker'} ${pid} on ${host}`
}

function count(number: number, one: string, several: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${several}`
}
