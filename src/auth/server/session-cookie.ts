import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import type { AuthKeys } from './auth-keys.ts'
import { isSecureSite } from './request-origin.ts'

const sessionToken = z.object({ sid: z.uuid() })

/**
 * The cookies of the sign-in. On https their prefix makes browsers refuse them from any other host, so that
 * one workspace cannot plant a cookie in another.
 */
export function authCookieNames(publicUrl: string | undefined) {
  const prefix = isSecureSite(publicUrl) ? '__Host-' : ''
  return {
    sessionToken: `${prefix}next-auth.session-token`,
    callbackUrl: `${prefix}next-auth.callback-url`,
    csrfToken: `${prefix}next-auth.csrf-token`,
  }
}

/** The cookies of a request by name; of two with one name the first counts, as browsers send the closest first. */
export function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header?.split(';') ?? []) {
    const separator = pair.indexOf('=')
    const name = pair.slice(0, Math.max(separator, 0)).trim()
    if (name === '' || cookies.has(name)) continue
    cookies.set(name, decodeValue(pair.slice(separator + 1).trim()))
  }
  return cookies
}

/** The session a cookie stands for, if this installation made it and it has not expired; else null. */
export async function decodeSessionCookie(token: string, keys: AuthKeys): Promise<string | null> {
  try {
    return sessionToken.parse(await decode({ token, secret: keys.webSession })).sid
  } catch {
    return null
  }
}

function decodeValue(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
