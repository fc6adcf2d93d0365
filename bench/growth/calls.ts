import { median, percentile, type Figure } from '../report.ts'
import { openCaller, type Caller } from './caller.ts'
import { compare, tell, type Sides } from './side.ts'

/** Tenants that are asked; as many as there are on the smaller server. */
const TENANTS = 50
const ROUNDS = 40

type Question = { name: string; rounds: number; ask: (one: Caller, round: number) => Promise<void> }

/** What calls cost whom they are made for, over HTTP, one at a time and on both servers in turn. */
export async function measureCalls({ few, many }: Sides): Promise<Figure[]> {
  const small = await openCaller(few, TENANTS)
  const large = await openCaller(many, TENANTS)
  const questions: Question[] = [
    { name: 'sign-in', rounds: TENANTS, ask: (one, round) => one.signIn(round) },
    // Nobody has asked for any of these tenants yet: PostgreSQL reads about their tables first.
    { name: 'list of a tenant, first time', rounds: TENANTS, ask: (one, round) => one.list(round) },
    { name: 'list of a tenant, again', rounds: ROUNDS, ask: (one) => one.list(0) },
    ...Object.keys(small.platformPaths).map((name) => ({
      ...{ name, rounds: ROUNDS },
      ask: (one: Caller) => one.askPlatform(one.platformPaths[name] ?? ''),
    })),
  ]
  try {
    const figures: Figure[] = []
    for (const question of questions) {
      tell(question.name)
      figures.push(...(await answer(question, small, large)))
    }
    const [fewMemory, manyMemory] = [await small.memory(), await large.memory()]
    figures.push(
      compare('web and worker in one process', { few: fewMemory, many: manyMemory, unit: 'MB', samples: 1 }),
    )
    return figures
  } finally {
    small.stop()
    large.stop()
  }
}

async function answer({ name, rounds, ask }: Question, small: Caller, large: Caller): Promise<Figure[]> {
  const [few, many]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    few.push(await timeOf(() => ask(small, round)))
    many.push(await timeOf(() => ask(large, round)))
  }
  const shared = { unit: 'ms', samples: rounds }
  return [
    compare(`${name}, p50`, { few: median(few), many: median(many), ...shared }),
    compare(`${name}, p95`, { few: percentile(few, 95), many: percentile(many, 95), ...shared }),
  ]
}

/** Milliseconds. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
