import { withoutTokens } from './without-tokens.ts'

/** What a failed attempt means. The reason may be stored and shown: it holds no secret. */
export type SmtpFailure = { isPermanent: boolean; reason: string }

const MAX_REASON = 200

/**
 * Reads a failure of the mail library. Only an answer of the server about this very mail is final; a server
 * that is away, busy or refuses our own sign-in may be mended while the mail waits.
 */
export function readSmtpFailure(error: unknown): SmtpFailure {
  const { code, responseCode, response, command, message } = partsOf(error)
  if (code === 'EAUTH' || String(command).startsWith('AUTH')) {
    // Some servers repeat the line they did not like, and here that line is the password.
    return { isPermanent: false, reason: `The mail server refused our sign-in${numberOf(responseCode)}.` }
  }
  const isRefused = typeof responseCode === 'number' && responseCode >= 500
  const isUnusable = code === 'EENVELOPE' && responseCode === undefined
  const said =
    typeof response === 'string' ? response : typeof message === 'string' ? message : 'unknown failure'
  return { isPermanent: isRefused || isUnusable, reason: plain(said) }
}

function partsOf(error: unknown): Record<string, unknown> {
  return typeof error === 'object' && error !== null ? { ...error, message: messageOf(error) } : {}
}

function messageOf(error: object): unknown {
  return 'message' in error ? error.message : undefined
}

function numberOf(responseCode: unknown): string {
  return typeof responseCode === 'number' ? ` (${responseCode})` : ''
}

function plain(text: string): string {
  return withoutTokens(text.replace(/[\p{Cc}\s]+/gu, ' '))
    .trim()
    .slice(0, MAX_REASON)
}
