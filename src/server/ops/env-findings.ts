import type { Env } from '#src/env.ts'

/** A variable that somebody should look at. Its value is never told. */
export type EnvFinding = { name: keyof Env; state: 'missing' | 'weak' | 'left-over'; hint: string }

const MIN_DISTINCT = 12
const MIN_TOKEN = 16

/** What is missing or weak for an installation that others reach. */
export function listEnvFindings(env: Env): EnvFinding[] {
  return [...listMissing(env), ...listWeak(env), ...listLeftOver(env)]
}

function listMissing(env: Env): EnvFinding[] {
  const wanted: [keyof Env, string][] = [
    ['AUTH_SECRET', 'The secret lies in the data folder, which other machines do not share.'],
    ['BERTH_PUBLIC_URL', 'Addresses in mails and links are made for this machine alone.'],
    ['DATABASE_URL', 'The embedded database is used: it is for one machine, and backed up with its folder.'],
    ['SMTP_URL', 'Mails are kept and not sent.'],
    ['COMMIT_SHA', 'Which code runs is known from a checkout only.'],
  ]
  if (env.BERTH_PUBLIC_URL !== undefined)
    wanted.push(['BERTH_TRUSTED_PROXIES', 'Behind a proxy every caller has the address of the proxy.'])
  return wanted
    .filter(([name]) => env[name] === undefined)
    .map(([name, hint]) => ({ name, state: 'missing', hint }))
}

function listWeak(env: Env): EnvFinding[] {
  const { AUTH_SECRET, BERTH_METRICS_TOKEN, BERTH_PUBLIC_URL } = env
  const findings: EnvFinding[] = []
  if (AUTH_SECRET !== undefined && new Set(AUTH_SECRET).size < MIN_DISTINCT)
    findings.push({ name: 'AUTH_SECRET', state: 'weak', hint: 'It repeats itself; make a random one.' })
  if (BERTH_METRICS_TOKEN !== undefined && BERTH_METRICS_TOKEN.length < MIN_TOKEN)
    findings.push({ name: 'BERTH_METRICS_TOKEN', state: 'weak', hint: 'Take 16 characters or more.' })
  if (BERTH_PUBLIC_URL?.startsWith('http:'))
    findings.push({
      name: 'BERTH_PUBLIC_URL',
      state: 'weak',
      hint: 'Without https cookies can be read on the way.',
    })
  return findings
}

function listLeftOver(env: Env): EnvFinding[] {
  const findings: EnvFinding[] = []
  if (env.BERTH_ADMIN_PASSWORD !== undefined)
    findings.push({
      name: 'BERTH_ADMIN_PASSWORD',
      state: 'left-over',
      hint: 'It is read at the first start only, and can be taken away.',
    })
  if (env.BERTH_FAULT !== undefined)
    findings.push({ name: 'BERTH_FAULT', state: 'left-over', hint: 'A failure is being rehearsed.' })
  if (env.BERTH_ALLOW_FAULTS === '1')
    findings.push({ name: 'BERTH_ALLOW_FAULTS', state: 'left-over', hint: 'Faults can be rehearsed here.' })
  return findings
}
