import { resolve } from 'node:path'
import proxyAddr from 'proxy-addr'
import { z } from 'zod'

// As it was when the process started: `applyRuntimeMode` changes it for libraries, not for what was asked for.
const given = { ...process.env }

const optionalText = z.preprocess((value) => (value === '' ? undefined : value), z.string().trim().optional())
const postgresUrl = optionalText.refine(
  (value) => value === undefined || /^postgres(ql)?:\/\/.+/.test(value),
  'must start with postgres:// or postgresql://',
)
const httpUrl = optionalText.refine(
  (value) => value === undefined || /^https?:\/\/[^/]+$/.test(value),
  'must be an http(s) origin without a path, such as https://berth.example',
)

const proxies = optionalText.refine(
  (value) => value === undefined || isProxyList(value),
  'must be a list of addresses and ranges such as 10.0.0.5,192.168.0.0/16, or of the names loopback, linklocal, uniquelocal',
)

const smtpUrl = optionalText.refine(
  (value) => value === undefined || (/^smtps?:\/\/./.test(value) && URL.canParse(value)),
  'must look like smtp://user:password@host:587 or smtps://user:password@host:465',
)
const mailFrom = optionalText.refine(
  (value) => value === undefined || /^([^<>@\p{Cc}]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u.test(value),
  'must be an address, such as Berth <no-reply@berth.example>',
)

const origins = optionalText.refine(
  (value) => value === undefined || value.split(',').every((entry) => isOrigin(entry.trim())),
  'must be a list of origins such as https://app.example,https://shop.example, without paths',
)

const fault = optionalText.refine(
  (value) => value === undefined || /^[a-z-]+:(before|after|kill)(:\d+)?$/.test(value),
  'must look like <step>:<before|after>[:<times>] or <step>:kill',
)

const variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).optional(),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3000),
  BERTH_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a host name with at least two labels, without port')
    .default('berth.localhost'),
  BERTH_PUBLIC_URL: httpUrl,
  DATABASE_URL: postgresUrl,
  DATABASE_DIRECT_URL: postgresUrl,
  BERTH_DATA_DIR: z
    .string()
    .min(1)
    .default('.berth')
    .transform((path) => resolve(path)),
  AUTH_SECRET: optionalText.refine(
    (value) => value === undefined || value.length >= 32,
    'must have at least 32 characters',
  ),
  BERTH_ENCRYPTION_KEYS: optionalText.refine(
    (value) =>
      value === undefined ||
      /^([\w-]{1,20}:[A-Za-z0-9+/]{43}=)(,[\w-]{1,20}:[A-Za-z0-9+/]{43}=)*$/.test(value),
    'must be a list such as 2026:BASE64,2025:BASE64; each key is 32 bytes in base64',
  ),
  BERTH_FILES_S3_BUCKET: optionalText,
  BERTH_FILES_S3_ENDPOINT: httpUrl,
  BERTH_FILES_S3_REGION: z.string().trim().min(1).default('us-east-1'),
  BERTH_FILES_S3_ACCESS_KEY_ID: optionalText,
  BERTH_FILES_S3_SECRET_ACCESS_KEY: optionalText,
  REDIS_URL: optionalText.refine(
    (value) => value === undefined || (/^rediss?:\/\/./.test(value) && URL.canParse(value)),
    'must look like redis://user:password@host:6379 or rediss://…',
  ),
  SMTP_URL: smtpUrl,
  BERTH_MAIL_FROM: mailFrom,
  BERTH_ADMIN_EMAIL: optionalText.pipe(z.email('must be an e-mail address').optional()),
  BERTH_ADMIN_PASSWORD: optionalText,
  BERTH_WORKER: z.enum(['inline', 'off']).default('inline'),
  BERTH_DRAIN_SECONDS: z.coerce.number().int().min(0).max(300).default(0),
  BERTH_FAULT: fault,
  BERTH_ALLOW_FAULTS: z.enum(['0', '1']).default('0'),
  BERTH_ALLOW_DEMO: z.enum(['0', '1']).default('0'),
  BERTH_RATE_LIMITS: optionalText.refine(
    (value) =>
      value === undefined ||
      /^[a-z-]+=[1-9]\d{0,8}\/\d{0,4}[smhd](,[a-z-]+=[1-9]\d{0,8}\/\d{0,4}[smhd])*$/.test(value),
    'must be a list such as signup=10/m,lockout=10/15m,api=600/m',
  ),
  BERTH_TRUSTED_PROXIES: proxies,
  BERTH_CORS_ORIGINS: origins,
  BERTH_METRICS_TOKEN: optionalText,
  BERTH_ACCESS_TOKEN_MINUTES: z.coerce.number().int().min(1).max(1440).default(30),
  BERTH_REFRESH_TOKEN_DAYS: z.coerce.number().int().min(1).max(90).default(7),
  BERTH_SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(24),
  BERTH_DB_POOL: z.coerce.number().int().min(2).max(200).default(16),
  BERTH_POOL_SIZE: z.coerce.number().int().min(0).max(50).default(2),
  COMMIT_SHA: optionalText,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Env = z.infer<typeof variables>

function isProxyList(value: string): boolean {
  try {
    proxyAddr.compile(value.split(',').map((entry) => entry.trim()))
    return true
  } catch {
    return false
  }
}

/** As browsers write it: without a path, and without a port that goes without saying. */
function isOrigin(value: string): boolean {
  return /^https?:/.test(value) && URL.parse(value)?.origin === value
}

/** True for an installation that strangers reach. */
export function isPublic(env: Pick<Env, 'NODE_ENV' | 'BERTH_PUBLIC_URL'>): boolean {
  return env.NODE_ENV === 'production' || env.BERTH_PUBLIC_URL?.startsWith('https://') === true
}

/** A key without its secret, or the other way round, would be taken for none at all. */
function listHalfKeys(env: Env): string[] {
  const isWhole =
    (env.BERTH_FILES_S3_ACCESS_KEY_ID === undefined) === (env.BERTH_FILES_S3_SECRET_ACCESS_KEY === undefined)
  return isWhole
    ? []
    : ['BERTH_FILES_S3_ACCESS_KEY_ID: set it together with BERTH_FILES_S3_SECRET_ACCESS_KEY, or neither']
}

/** Raised when variables are missing or malformed; the message has one line per variable. */
export class EnvError extends Error {
  constructor(problems: string[]) {
    super(`The environment is not usable:\n${problems.map((line) => `  ${line}`).join('\n')}`)
    this.name = 'EnvError'
  }
}

/**
 * Checks a set of environment variables.
 * @throws EnvError naming each bad variable and what is expected of it.
 */
export function readEnv(source: Record<string, string | undefined> = given): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(filled)
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (
    parsed.success &&
    parsed.data.BERTH_FAULT &&
    isPublic(parsed.data) &&
    parsed.data.BERTH_ALLOW_FAULTS !== '1'
  ) {
    problems.push('BERTH_FAULT: refused in production unless BERTH_ALLOW_FAULTS=1')
  }
  if (parsed.success) problems.push(...listHalfKeys(parsed.data))
  if (!parsed.success || problems.length > 0) throw new EnvError(problems)
  return parsed.data
}

/** The environment for a program this one starts: its own, with changes. */
export function childEnvironment(changes: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes }
}

/**
 * Sets what libraries read from the environment when they are loaded: which of their builds React and Next
 * use, and that next-auth makes its addresses from the Host header of each request.
 */
export function applyRuntimeMode(mode: 'development' | 'production'): void {
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1', AUTH_TRUST_HOST: '1' })
  delete process.env['NEXTAUTH_URL']
}
