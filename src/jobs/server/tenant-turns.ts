import type { Job, WorkerEvents } from 'graphile-worker'
import { PRIORITY } from './define-task.ts'

/** How the queue is told whose work a job is: see `platform.enqueue_tenant_job`. */
const TENANT_FLAG = /^tenant:/
/** While something urgent is in hand, work of one tenant is begun no more often than this, in milliseconds. */
const BESIDE_URGENT_MS = 500

export type TenantTurns = {
  /** Notes what these places have in hand. */
  follow: (events: WorkerEvents) => void
  /**
   * What must not be taken now, to be asked before each look at the queue. Looks come one after the other: two at the
   * same moment would both find the same tenant free.
   */
  listForbidden: () => Promise<string[]>
}

/**
 * Keeps all but one job of a tenant waiting while that one is in hand here, so that no tenant takes all places. While
 * somebody waits for something urgent, whoever has much to do pauses between two jobs: both share the processor.
 * @param now clock in milliseconds, for tests
 */
export function createTenantTurns(now: () => number = () => performance.now()): TenantTurns {
  const inHand = new Set<string>()
  /** when the last job of a tenant was begun, for a while */
  const begun = new Map<string, number>()
  let urgentInHand = 0
  let looking = Promise.resolve()
  let endLook: () => void = () => undefined

  function noteStart(job: Job): void {
    if (job.priority === PRIORITY.urgent) urgentInHand += 1
    for (const flag of tenantFlagsOf(job)) {
      inHand.add(flag)
      begun.set(flag, now())
    }
  }
  function noteEnd(job: Job): void {
    if (job.priority === PRIORITY.urgent) urgentInHand -= 1
    for (const flag of tenantFlagsOf(job)) inHand.delete(flag)
  }

  return {
    follow: (events) => {
      events.on('job:start', ({ job }) => noteStart(job))
      events.on('job:complete', ({ job }) => noteEnd(job))
      for (const end of ['job:start', 'worker:getJob:empty', 'worker:getJob:error'] as const)
        events.on(end, () => endLook())
    },
    listForbidden: async () => {
      const earlier = looking
      let end: () => void = () => undefined
      looking = new Promise<void>((resolve) => (end = resolve))
      await earlier
      endLook = end
      for (const [flag, at] of begun) if (now() - at >= BESIDE_URGENT_MS) begun.delete(flag)
      return urgentInHand > 0 ? [...new Set([...inHand, ...begun.keys()])] : [...inHand]
    },
  }
}

function tenantFlagsOf({ flags }: Job): string[] {
  return Object.keys(flags ?? {}).filter((flag) => TENANT_FLAG.test(flag))
}
