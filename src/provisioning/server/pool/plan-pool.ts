import type { WarmRow } from './warm-schema.repository.ts'

/** What is to be done for the pool next. */
export type PoolMove =
  | { kind: 'build'; modules: readonly string[] }
  | { kind: 'drain'; row: WarmRow }
  | { kind: 'drop'; row: WarmRow }

export type PoolPlan = {
  rows: readonly WarmRow[]
  /** of this code */
  fingerprint: string
  /** sets of modules that are kept, and how many of each */
  sets: readonly (readonly string[])[]
  size: number
  /** whether this process builds */
  builds: boolean
  /** fingerprints of code that lives elsewhere; theirs are left alone */
  others: ReadonlySet<string>
  /** sets that could not be built and wait for their next try */
  resting: ReadonlySet<string>
}

/** A set of modules as one word. */
export function nameSet(modules: readonly string[]): string {
  return modules.join('+')
}

/**
 * The next thing to do, or nothing when the pool is as it should be. What sign-ups wait for comes first: the set that has the
 * fewest schemas; then what nobody takes any more goes.
 */
export function planPool({ rows, fingerprint, sets, size, ...plan }: PoolPlan): PoolMove | null {
  const own = rows.filter((row) => row.fingerprint === fingerprint && !row.isDraining)
  const readyOf = (name: string) => own.filter(({ modules }) => nameSet(modules) === name).length
  if (plan.builds) {
    const lacking = sets
      .filter((set) => readyOf(nameSet(set)) < size && !plan.resting.has(nameSet(set)))
      .toSorted((left, right) => readyOf(nameSet(left)) - readyOf(nameSet(right)))[0]
    if (lacking) return { kind: 'build', modules: lacking }
  }
  const dropping = rows.find(({ isDraining }) => isDraining)
  if (dropping) return { kind: 'drop', row: dropping }
  const kept = new Set(sets.map(nameSet))
  const surplus = rows.find((row) => {
    if (row.fingerprint !== fingerprint) return !plan.others.has(row.fingerprint)
    const name = nameSet(row.modules)
    return !kept.has(name) || readyOf(name) > size
  })
  return surplus ? { kind: 'drain', row: surplus } : null
}
