import { isErrorCode, type ErrorCode } from '#src/shared/errors/catalogue.ts'

/** `url` is where to go next; the browser has its new cookies already. */
export type AuthOutcome = { ok: true; url: string } | { ok: false; code: ErrorCode }

const AUTH_PATH = '/api/auth'

/** Signs in on the host of this page, with a password or with a one-time ticket. Never rejects. */
export function postCredentials(
  provider: 'password' | 'ticket',
  fields: Record<string, string>,
): Promise<AuthOutcome> {
  return postForm(`callback/${provider}`, fields)
}

/** Ends the session of this page's host, here and on the server. Never rejects. @param signInPath where to go then */
export function postSignOut(signInPath: string): Promise<AuthOutcome> {
  return postForm('signout', { callbackUrl: signInPath })
}

async function postForm(path: string, fields: Record<string, string>): Promise<AuthOutcome> {
  try {
    const guard = await fetch(`${AUTH_PATH}/csrf`, { cache: 'no-store' })
    if (!guard.ok) return { ok: false, code: await readErrorCode(guard) }
    const { csrfToken } = (await guard.json()) as { csrfToken: string }
    const response = await fetch(`${AUTH_PATH}/${path}`, {
      method: 'POST',
      // Its own content type: next-auth takes a form, and the token in it guards against other sites.
      body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
    })
    if (!response.ok) return { ok: false, code: await readErrorCode(response) }
    const { url } = (await response.json()) as { url: string }
    return { ok: true, url }
  } catch {
    return { ok: false, code: 'DEPENDENCY_UNAVAILABLE' }
  }
}

/** The code stands in the address of the error page, or in the usual body of an error. */
async function readErrorCode(response: Response): Promise<ErrorCode> {
  const body = (await response.json().catch(() => ({}))) as { url?: string; error?: { code?: string } }
  const code = body.url ? new URL(body.url).searchParams.get('error') : body.error?.code
  if (isErrorCode(code)) return code
  return response.status === 403 ? 'FORBIDDEN' : 'INTERNAL'
}
