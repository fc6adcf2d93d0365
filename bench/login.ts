import { Agent, request } from 'node:http'
import { availableParallelism } from 'node:os'
import { verify } from '@node-rs/bcrypt'
import { newId } from '#src/shared/ids.ts'
import { hashPassword } from '#src/auth/server/password.ts'
import { startBenchServer, type BenchServer } from './bench-server.ts'
import { median, type Figure } from './report.ts'
import { startWeb } from './web-server.ts'

const PEOPLE = 100
const ROUNDS = 3
const SINGLES = 15
const PASSWORD = 'Harbour-9-lights'

type Person = { email: string; subdomain: string }

/**
 * A hundred people of a hundred tenants sign in at once. The floor is as many bare bcrypt checks on all cores,
 * in turn with them; a single sign-in is compared with one check.
 */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  const web = await startWeb(server)
  const agent = new Agent({ keepAlive: true })
  try {
    const passwordHash = await hashPassword(PASSWORD)
    const people = await createPeople(server, passwordHash)
    const signIn = (person: Person) => login(web.port, agent, person)
    const check = async () => {
      await verify(PASSWORD, passwordHash)
    }
    const bare: number[] = []
    const together: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await time(() => inParallel(people, check, availableParallelism())))
      together.push(await time(() => inParallel(people, signIn, PEOPLE)))
    }
    const checks: number[] = []
    const singles: number[] = []
    for (const person of people.slice(0, SINGLES)) {
      checks.push(await time(check))
      singles.push(await time(() => signIn(person)))
    }
    return listFigures({ bare, together, checks, singles })
  } finally {
    agent.destroy()
    await web.close()
    await server.close()
  }
}

/** One owner in each of many tenants; there is nothing behind them, and a sign-in needs nothing. */
async function createPeople({ database }: BenchServer, passwordHash: string): Promise<Person[]> {
  const people: Person[] = []
  for (let index = 0; index < PEOPLE; index += 1) {
    const id = newId()
    const subdomain = `login-${index}`
    const email = `owner@${subdomain}.test`
    await database.platform.tenant.create({
      data: {
        id,
        subdomain,
        businessName: subdomain,
        industry: 'pet-care',
        timezone: 'UTC',
        currency: 'EUR',
        plan: 'free',
        status: 'trial',
        schemaName: `t_${subdomain}`,
        roleName: `berth_t_${subdomain}`,
      },
    })
    await database.platform.user.create({
      data: { id: newId(), tenantId: id, email, fullName: 'Bench', passwordHash, role: 'owner' },
    })
    people.push({ email, subdomain })
  }
  return people
}

/** @throws Error when somebody with the right password is not let in */
async function login(port: number, agent: Agent, { email, subdomain }: Person): Promise<void> {
  const status = await new Promise<number>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', host: `${subdomain}.berth.localhost` }
    const req = request(
      { port, host: '127.0.0.1', agent, method: 'POST', path: '/api/v1/auth/login', headers },
      (res) => {
        res.resume()
        res.once('end', () => resolve(res.statusCode ?? 0))
      },
    )
    req.once('error', reject)
    req.end(JSON.stringify({ email, password: PASSWORD }))
  })
  if (status !== 200) throw new Error(`A sign-in answered ${status}.`)
}

async function inParallel(
  people: readonly Person[],
  work: (person: Person) => Promise<void>,
  width: number,
): Promise<void> {
  const waiting = [...people]
  async function next(): Promise<void> {
    for (let person = waiting.pop(); person; person = waiting.pop()) await work(person)
  }
  await Promise.all(Array.from({ length: width }, next))
}

/** Milliseconds `work` takes. */
async function time(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

type Samples = Record<'bare' | 'together' | 'checks' | 'singles', number[]>

function listFigures({ bare, together, checks, singles }: Samples): Figure[] {
  const floor = (PEOPLE * 1000) / median(bare)
  const rate = (PEOPLE * 1000) / median(together)
  const beyond = median(singles) - median(checks)
  return [
    {
      suite: 'login',
      name: `${PEOPLE} people of ${PEOPLE} tenants at once`,
      value: rate,
      unit: 'sign-ins/s',
      floor,
      ratio: rate / floor,
      target: '>= 0.9',
      met: rate / floor >= 0.9,
      samples: ROUNDS,
    },
    {
      suite: 'login',
      name: 'one sign-in, p50',
      value: median(singles),
      unit: 'ms',
      floor: median(checks),
      ratio: median(singles) / median(checks),
      target: `${beyond.toFixed(1)} ms beyond one bcrypt`,
      met: true,
      samples: SINGLES,
    },
  ]
}
