import nextAuth, { type AuthOptions } from 'next-auth'
import { createAuthReply, type AuthReply } from './auth-reply.ts'

/** A request as next-auth is to see it: nothing of it is taken from the network unchecked. */
export type NextAuthCall = {
  method: string
  /** scheme and host of the site, which all addresses are made from */
  origin: string
  /** what is asked for, such as `callback/password` */
  path: string
  query: Record<string, string>
  cookies: Record<string, string>
  body: Record<string, string>
}

type ApiRequest = {
  method: string
  headers: Record<string, string>
  query: Partial<Record<string, string | string[]>>
  cookies: Record<string, string>
  body: Record<string, string>
}
type ApiHandler = (req: ApiRequest, res: AuthReply) => Promise<unknown>

/** next-auth repeats it in the address of the sign-in page. */
const ERROR_CODE = /^[A-Za-z_]{1,40}$/

/** Calls next-auth as its handler for Next's API routes would be called. */
export async function callNextAuth(options: AuthOptions, call: NextAuthCall): Promise<AuthReply> {
  const { method, origin, path, query, cookies, body } = call
  const { host, protocol } = new URL(origin)
  const { callbackUrl, error } = query
  const reply = createAuthReply()
  const handle = unwrapDefault(nextAuth)(options) as ApiHandler
  await handle(
    {
      method,
      headers: { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) },
      query: {
        nextauth: path.split('/'),
        ...(callbackUrl === undefined ? {} : { callbackUrl }),
        ...(error !== undefined && ERROR_CODE.test(error) ? { error } : {}),
      },
      cookies,
      // Without `json` it always answers with a redirect, which the caller can look at.
      body: { ...body, json: 'false' },
    },
    reply,
  )
  return reply
}

/** A CommonJS package: Node hands its exports over as they are, bundlers and test runners unwrap them. */
function unwrapDefault<T>(imported: T | { default: T }): T {
  return typeof imported === 'object' && imported !== null && 'default' in imported
    ? imported.default
    : imported
}
