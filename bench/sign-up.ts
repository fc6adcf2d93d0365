import { request } from 'node:http'
import pg from 'pg'
import { hashPassword } from '#src/auth/server/password.ts'
import { modules } from '#src/modules/registry.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { startBenchServer } from './bench-server.ts'
import { buildRaw } from './raw-tenant.ts'
import { median, percentile, type Figure } from './report.ts'
import { startWeb } from './web-server.ts'

const SIGN_UPS = 50
const PASSWORD = 'Harbour-9-lights'
/** All modules, so that the schema is the same as in the provisioning suite. */
const chosen = modules.map(({ id }) => id)

/**
 * From the request to an open workspace, over HTTP and through the queue. The floor is what cannot be saved:
 * one bcrypt hash and the tenant's DDL on an open connection, measured in turn with the sign-ups.
 */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  const web = await startWeb(server)
  try {
    const migrations = await loadModuleMigrations(modules)
    const ddl = chosen.flatMap((id) => migrations.get(id) ?? [])
    const watcher = new pg.Client({
      connectionString: server.superuserUrl.replace(/\/postgres\?/, '/berth?'),
    })
    const raw = new pg.Client({ connectionString: server.url })
    await Promise.all([watcher.connect(), raw.connect()])
    await signUp(web.port, watcher, 'warm-up')
    await buildRaw(raw, ddl)
    const totals: number[] = []
    const hashes: number[] = []
    const builds: number[] = []
    for (let index = 0; index < SIGN_UPS; index += 1) {
      hashes.push(await time(() => hashPassword(PASSWORD)))
      builds.push(await buildRaw(raw, ddl))
      totals.push(await signUp(web.port, watcher, `bench-${index}`))
    }
    await Promise.all([watcher.end(), raw.end()])
    return listFigures({ totals, hashes, builds })
  } finally {
    await web.close()
    await server.close()
  }
}

/** Milliseconds from sending the request until the tenant is open for everybody. */
async function signUp(port: number, watcher: pg.Client, subdomain: string): Promise<number> {
  const body = JSON.stringify({
    business: { name: 'Bench', industry: 'pet-care' },
    subdomain,
    owner: { fullName: 'Bench', email: `owner@${subdomain}.test`, password: PASSWORD },
    preferences: { modules: chosen },
  })
  const startedAt = performance.now()
  const status = await post(port, body)
  if (status !== 202) throw new Error(`Sign-up answered ${status}.`)
  for (;;) {
    const { rowCount } = await watcher.query(
      `select from platform.tenants where subdomain = $1 and status = 'trial'`,
      [subdomain],
    )
    if (rowCount === 1) return performance.now() - startedAt
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

function post(port: number, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const req = request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/v1/signup',
        headers: { 'content-type': 'application/json' },
      },
      (res) => {
        res.resume()
        res.once('end', () => resolve(res.statusCode ?? 0))
      },
    )
    req.once('error', reject)
    req.end(body)
  })
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function listFigures({ totals, hashes, builds }: Record<'totals' | 'hashes' | 'builds', number[]>): Figure[] {
  const shared = { suite: 'sign-up', unit: 'ms', samples: totals.length }
  const floor = median(hashes) + median(builds)
  const beyond = median(totals) - floor
  const ratio = median(totals) / median(builds)
  return [
    {
      ...shared,
      name: 'request to ready, p50',
      value: median(totals),
      floor,
      ratio: median(totals) / floor,
      target: 'shown',
      met: true,
    },
    {
      ...shared,
      name: 'request to ready, p95',
      value: percentile(totals, 95),
      floor: null,
      ratio: null,
      target: 'shown',
      met: true,
    },
    {
      ...shared,
      name: 'beyond bcrypt and raw DDL, p50',
      value: beyond,
      floor: null,
      ratio: null,
      target: '<= 50 ms',
      met: beyond <= 50,
    },
    {
      ...shared,
      name: 'request to ready without bcrypt against raw DDL',
      value: median(totals) - median(hashes),
      floor: median(builds),
      ratio: (median(totals) - median(hashes)) / median(builds),
      target: '<= 2x',
      met: (median(totals) - median(hashes)) / median(builds) <= 2,
    },
    {
      ...shared,
      name: 'request to ready, bcrypt included, against raw DDL',
      value: median(totals),
      floor: median(builds),
      ratio,
      target: 'shown',
      met: true,
    },
  ]
}
