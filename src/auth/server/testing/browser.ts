import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'

export type Answer = {
  status: number
  location: string | undefined
  setCookies: string[]
  header: (name: string) => string | undefined
  text: string
  json: () => Record<string, unknown>
}

/**
 * Enough of a browser for one host: it keeps that host's cookies, and asks for the host by name while
 * connecting to the loopback address.
 */
export function createTestBrowser({ port, host }: { port: number; host: string }) {
  const cookies = new Map<string, string>()

  async function send(
    method: 'GET' | 'POST',
    path: string,
    { form, headers = {} }: { form?: Record<string, string>; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const type = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    const site = method === 'POST' ? { 'sec-fetch-site': 'same-origin' } : {}
    const req = request({
      port,
      host: '127.0.0.1',
      path,
      method,
      headers: { host, cookie, ...type, ...site, ...headers },
    })
    req.end(form ? new URLSearchParams(form).toString() : undefined)
    const [res] = (await once(req, 'response')) as [IncomingMessage]
    let text = ''
    for await (const chunk of res as AsyncIterable<Buffer>) text += chunk.toString()
    const setCookies: string[] = res.headers['set-cookie'] ?? []
    for (const line of setCookies) keep(line)
    return {
      status: res.statusCode ?? 0,
      location: res.headers.location,
      setCookies,
      header: (name) => res.headers[name]?.toString(),
      text,
      json: () => JSON.parse(text) as Record<string, unknown>,
    }
  }

  function keep(line: string): void {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2)
    const gone = /max-age=0/i.test(line) || value === ''
    if (gone) cookies.delete(name)
    else cookies.set(name, value)
  }

  async function csrfToken(): Promise<string> {
    return String((await send('GET', '/api/auth/csrf')).json()['csrfToken'])
  }

  return {
    cookies,
    get: (path: string, options?: { headers?: Record<string, string> }) => send('GET', path, options),
    post: (path: string, options: { form?: Record<string, string>; headers?: Record<string, string> }) =>
      send('POST', path, options),
    /** Signs in as the form of the sign-in page does. */
    signIn: async (provider: 'password' | 'ticket', fields: Record<string, string>) =>
      send('POST', `/api/auth/callback/${provider}`, {
        form: { json: 'true', ...fields, csrfToken: await csrfToken() },
      }),
    signOut: async (form: Record<string, string> = { json: 'true' }) =>
      send('POST', '/api/auth/signout', { form: { ...form, csrfToken: await csrfToken() } }),
    session: async () => (await send('GET', '/api/auth/session')).json(),
    cookieHeader: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  }
}
