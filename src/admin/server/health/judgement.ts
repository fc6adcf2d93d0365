import type { HealthState } from '../../health.ts'

/** What is found of a part. */
export type Judgement = { state: HealthState; summary: string; advice: string | null }
export type JudgedPart<Details> = Judgement & { details: Details | null }

/** Nothing to do. */
export function fine(summary: string): Judgement {
  return { state: 'ok', summary, advice: null }
}

/** It works, and somebody should look at it. */
export function needsAttention(summary: string, advice: string): Judgement {
  return { state: 'attention', summary, advice }
}

export function fails(summary: string, advice: string): Judgement {
  return { state: 'failing', summary, advice }
}

/**
 * Asks a part within a time limit. One that fails or hangs is found failing, and the others are told of all the same.
 * @param patienceMs in milliseconds
 */
export async function judgeWithin<Details>(
  patienceMs: number,
  check: () => Promise<JudgedPart<Details>>,
  advice: string,
): Promise<JudgedPart<Details>> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<JudgedPart<Details>>((resolve) => {
    const summary = `It did not answer within ${patienceMs / 1_000} seconds.`
    timer = setTimeout(() => resolve({ ...fails(summary, advice), details: null }), patienceMs)
  })
  // Nothing of what went wrong is repeated: it may name hosts, accounts and paths.
  const answer = check().catch(() => ({ ...fails('It could not be asked.', advice), details: null }))
  const judged = await Promise.race([answer, patience])
  clearTimeout(timer)
  return judged
}
