import type { Env } from '#src/env.ts'

/** What only the process itself knows of the installation. */
export type Installation = {
  version: string
  /** whether this process takes jobs, or leaves that to others */
  worker: () => 'inline' | 'off' | 'stopped'
  redis: () => 'off' | 'up' | 'down'
  readCommit: (env: Env) => Promise<{ commit: string | null; deployedAt: string | null; startedAt: string }>
  /** variables that somebody should look at; never their values */
  listFindings: (env: Env) => { name: string; state: 'missing' | 'weak' | 'left-over'; hint: string }[]
}
