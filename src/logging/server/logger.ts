import { pino, type Logger as PinoLogger } from 'pino'
import { currentLogContext } from './log-context.ts'

export type Logger = PinoLogger

const SECRET_KEYS = [
  'password',
  'passwordHash',
  'password_hash',
  'token',
  'watchToken',
  'accessToken',
  'refreshToken',
  'ticket',
  'secret',
  'authorization',
  'cookie',
  'set-cookie',
  'x-watch-token',
]
const quoted = (key: string) => (/^\w+$/.test(key) ? key : `["${key}"]`)
const below = (depth: number) =>
  SECRET_KEYS.map((key) => `${'*.'.repeat(depth)}${quoted(key)}`.replace('.[', '['))

/** JSON logger; each line carries the request, tenant and run it belongs to, and never a secret. */
export function createLogger(options: {
  level: string
  destination?: { write(line: string): void }
}): Logger {
  return pino(
    {
      level: options.level,
      ...(options.level === 'silent' ? { enabled: false } : {}),
      mixin: () => currentLogContext(),
      redact: { paths: [0, 1, 2, 3].flatMap(below), censor: '[redacted]' },
    },
    options.destination ?? pino.destination({ fd: 1, sync: false }),
  )
}
