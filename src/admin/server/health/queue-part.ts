import type { Pool } from 'pg'
import type { HealthDetails } from '../../health.ts'
import { countTasks } from '../runs/queue.repository.ts'
import { listFailingJobs } from './failing-jobs.repository.ts'
import { fails, fine, needsAttention, type JudgedPart, type Judgement } from './judgement.ts'

type Details = HealthDetails<'queue'>

/** Jobs start within milliseconds where there is room. */
const LATE_SECONDS = 30
const STUCK_SECONDS = 300

export async function checkQueue(pool: Pool): Promise<JudgedPart<Details>> {
  const [tasks, failures] = await Promise.all([countTasks(pool), listFailingJobs(pool)])
  const sum = (name: 'waiting' | 'running' | 'failing' | 'lost') =>
    tasks.reduce((total, task) => total + task[name], 0)
  const ages = tasks.flatMap(({ oldestMs }) => oldestMs ?? [])
  const details = {
    waiting: sum('waiting'),
    running: sum('running'),
    failing: sum('failing'),
    lost: sum('lost'),
    oldestSeconds: ages.length > 0 ? Math.max(...ages) / 1_000 : null,
    failures,
  }
  return { ...judgeQueue(details), details }
}

/** @returns the most pressing thing that is to be said */
export function judgeQueue({ waiting, running, failing, lost, oldestSeconds }: Details): Judgement {
  const age = Math.round(oldestSeconds ?? 0)
  if (age > STUCK_SECONDS) {
    return fails(
      `${jobs(waiting)} wait, the oldest for ${Math.round(age / 60)} minutes.`,
      'Nobody seems to take jobs. Look at the processes, and start a worker.',
    )
  }
  if (age > LATE_SECONDS) {
    return needsAttention(
      `${jobs(waiting)} wait, the oldest for ${age} seconds.`,
      'There is more work than the workers can do. Start another one.',
    )
  }
  if (lost > 0)
    return needsAttention(`${jobs(lost)} failed for good.`, 'Read the errors below; nobody tries them again.')
  if (failing > 0)
    return needsAttention(`${jobs(failing)} failed and will be tried again.`, 'Read the errors below.')
  if (waiting + running === 0) return fine('Nothing waits.')
  return fine(`${jobs(waiting)} waiting, ${running} under way.`)
}

function jobs(number: number): string {
  return number === 1 ? '1 job' : `${number} jobs`
}
