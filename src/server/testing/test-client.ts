import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import type { SignUpRequest, SignUpResult } from '#src/tenancy/sign-up.ts'

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Body }
/** Whatever JSON came back; tests say what they expect of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into freely in tests
type Body = any

export type CallOptions = {
  body?: unknown
  /** sent as it is instead of `body` */
  text?: string
  token?: string
  /** subdomain whose host is called; the apex without */
  host?: string
  headers?: Record<string, string>
}

export type Workspace = SignUpResult & { subdomain: string; email: string; password: string; token: string }

type Preferences = NonNullable<SignUpRequest['preferences']>

export type TestClient = {
  call: (method: string, path: string, options?: CallOptions) => Promise<Answer>
  /** signs up, waits until the workspace is open and signs its owner in; on the plan without limits */
  createWorkspace: (preferences?: Pick<Preferences, 'services' | 'modules' | 'plan'>) => Promise<Workspace>
  waitForRun: (result: Pick<SignUpResult, 'tenantId' | 'watchToken'>) => Promise<Body>
}

const PASSWORD = 'Harbour-9-lights'

/** The input of a sign-up that is fine as it is. */
export function goodSignUp(
  changes: { subdomain?: string; industry?: SignUpRequest['business']['industry'] } = {},
) {
  const subdomain = changes.subdomain ?? `t-${randomUUID().slice(0, 8)}`
  return {
    business: { name: 'Happy Paws', industry: changes.industry ?? 'pet-care' },
    subdomain,
    owner: { fullName: 'Ada Groom', email: `ada@${subdomain}.test`, password: PASSWORD },
    preferences: { timezone: 'Europe/London', currency: 'GBP' },
  } satisfies SignUpRequest
}

/** Talks plain HTTP, so that hosts, tokens and broken bodies can be sent as an attacker would. */
export function createTestClient(port: number): TestClient {
  async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const { body, token, host, headers = {} } = options
    const text = options.text ?? (body === undefined ? undefined : JSON.stringify(body))
    return new Promise((resolve, reject) => {
      const req = request({
        port,
        host: '127.0.0.1',
        method,
        path,
        headers: {
          host: `${host ? `${host}.` : ''}berth.localhost:${port}`,
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
      })
      req.once('error', (error: NodeJS.ErrnoException) => {
        // The server closes connections nobody uses, perhaps at the moment this one was taken up again: it has read
        // nothing then. https://nodejs.org/api/http.html#requestreusedsocket
        if (req.reusedSocket && error.code === 'ECONNRESET') resolve(call(method, path, options))
        else reject(error)
      })
      req.once('response', (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('error', reject)
        res.on('end', () => {
          const raw = Buffer.concat(chunks).toString()
          const isJson = String(res.headers['content-type']).startsWith('application/json')
          resolve({
            status: res.statusCode ?? 0,
            headers: res.headers,
            body: isJson && raw ? JSON.parse(raw) : raw,
          })
        })
      })
      req.end(text)
    })
  }

  async function waitForRun({
    tenantId,
    watchToken,
  }: Pick<SignUpResult, 'tenantId' | 'watchToken'>): Promise<Body> {
    const giveUpAt = Date.now() + 45_000
    for (;;) {
      const { body } = await call('GET', `/api/v1/tenants/${tenantId}/status`, {
        headers: { 'x-watch-token': watchToken },
      })
      if (['succeeded', 'failed'].includes(String(body.run?.state)) || Date.now() > giveUpAt) return body
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async function createWorkspace(
    preferences: Pick<Preferences, 'services' | 'modules' | 'plan'> = {},
  ): Promise<Workspace> {
    const input = goodSignUp()
    const answer = await call('POST', '/api/v1/signup', {
      body: { ...input, preferences: { ...input.preferences, plan: 'pro', ...preferences } },
    })
    await waitForRun(answer.body)
    const { email, password } = input.owner
    const login = await call('POST', '/api/v1/auth/login', {
      body: { email, password },
      host: input.subdomain,
    })
    if (login.status !== 200) throw new Error(`The owner was not let in: ${JSON.stringify(login.body)}`)
    const signedUp = answer.body as SignUpResult
    const token = String(login.body.accessToken)
    return { ...signedUp, subdomain: input.subdomain, email, password, token }
  }

  return { call, createWorkspace, waitForRun }
}
