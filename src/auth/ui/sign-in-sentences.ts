import { errorCatalogue, isErrorCode } from '#src/shared/errors/catalogue.ts'

const own: Record<string, string> = {
  UNAUTHENTICATED: 'You have been signed out. Sign in again to go on.',
  INVALID_CREDENTIALS: 'That e-mail and password do not match. Check both, then try again.',
  FORBIDDEN:
    'Your browser did not keep the cookie that signing in needs. Allow cookies for this site, then try again.',
  TENANT_SUSPENDED: 'This workspace is suspended. Its owner can tell you why.',
  TENANT_NOT_READY: 'This workspace is not ready yet. Try again in a minute.',
  TOKEN_INVALID: 'This link was used before or is too old. Sign in with your password instead.',
}

/** What a person reads when signing in did not work. Codes nobody knows get the general sentence. */
export function signInSentence(code: string): string {
  return own[code] ?? errorCatalogue[isErrorCode(code) ? code : 'INTERNAL'].message
}
