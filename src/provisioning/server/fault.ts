import { AppError } from '#src/shared/errors/app-error.ts'

/** Called by the engine around each step; fails or kills when a rehearsal asks for it. */
export type FaultPoint = (step: string, moment: 'before' | 'after') => void

export const noFault: FaultPoint = () => undefined

/**
 * A rehearsed failure from `BERTH_FAULT`: `<step>:<before|after>[:<times>]` throws there, without a count
 * each time; `<step>:kill` ends the process as abruptly as `kill -9`, after the step's work.
 */
export function createFaultPoint(specification: string | undefined): FaultPoint {
  if (!specification) return noFault
  const [target, mode, times] = specification.split(':')
  let left = times === undefined ? Number.POSITIVE_INFINITY : Number(times)
  return (step, moment) => {
    if (step !== target || left <= 0) return
    if (mode === 'kill' && moment === 'after') process.kill(process.pid, 'SIGKILL')
    if (mode !== moment) return
    left -= 1
    throw new AppError('FAULT_REHEARSED')
  }
}
