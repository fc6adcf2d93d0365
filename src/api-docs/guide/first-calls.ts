import type { GuideSection } from './guide-step.ts'

/** From nothing to a token. */
export const firstCalls: GuideSection = {
  id: 'first-calls',
  title: 'First calls',
  steps: [
    {
      id: 'base-address',
      title: 'Where it lives',
      prose: [
        'Every path of this API begins with `/api/v1`. It speaks JSON in camelCase, in both directions. What stands in `BERTH` is used by all commands below.',
        'This first call needs no sign-in.',
      ],
      command: 'curl "$BERTH/api/v1/system/info"',
      expect: { status: 200, body: { name: 'Berth' } },
    },
    {
      id: 'sign-up',
      title: 'Get a workspace to try things in',
      prose: [
        'A sign-up is a call like any other. It answers at once, with 202, and the workspace is built after that. `Idempotency-Key` is any text of your own: if you are not sure that the call arrived, send it again with the same key, and there will be one workspace and not two.',
        'Do you have a workspace already? Then go on to [sign in](#sign-in) with its subdomain.',
      ],
      command: `curl "$BERTH/api/v1/signup" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: my-first-workspace" \\
  -d '{
    "business": { "name": "Pawfect Pets", "industry": "pet-care" },
    "subdomain": "pawfect",
    "owner": { "fullName": "Ada Moss", "email": "ada@pawfect.example", "password": "Lantern-42" },
    "preferences": { "timezone": "Europe/London", "currency": "GBP", "modules": ["overlay"] }
  }'`,
      expect: { status: 202 },
      keep: { TENANT: 'tenantId', WATCH: 'watchToken', WORKSPACE: 'workspaceUrl' },
    },
    {
      id: 'watch',
      title: 'Watch it being built',
      prose: [
        'The watch token shows this one run to whoever holds it. Ask until `run.state` is `succeeded`; usually that is the second time. `percent` counts finished steps and nothing else.',
        'If a run fails, everything is taken back, `run.error` says which step and why, and `POST /tenants/{tenantId}/retry` starts it again.',
      ],
      command: 'curl "$BERTH/api/v1/tenants/$TENANT/status" -H "X-Watch-Token: $WATCH"',
      expect: { status: 200, body: { status: 'trial', run: { state: 'succeeded', percent: 100 } } },
      repeat: true,
    },
    {
      id: 'sign-in',
      title: 'Sign in',
      prose: [
        'Here, on the apex host, name the subdomain of the workspace. On the host of the workspace itself leave it out.',
        'A wrong password and an unknown address get the same answer, `INVALID_CREDENTIALS`.',
      ],
      command: `curl "$BERTH/api/v1/auth/login" \\
  -H "Content-Type: application/json" \\
  -d '{
    "subdomain": "pawfect",
    "email": "ada@pawfect.example",
    "password": "Lantern-42"
  }'`,
      expect: { status: 200, body: { tokenType: 'Bearer', user: { role: 'owner' } } },
      keep: { TOKEN: 'accessToken', REFRESH: 'refreshToken' },
    },
    {
      id: 'bearer',
      title: 'Show your token',
      prose: [
        'From now on every call carries `Authorization: Bearer` with the token. Without it, or after its `expiresIn` seconds, a call answers 401 `UNAUTHENTICATED`.',
      ],
      command: 'curl "$BERTH/api/v1/auth/me" -H "Authorization: Bearer $TOKEN"',
      expect: { status: 200, body: { email: 'ada@pawfect.example', role: 'owner' } },
      keep: { ME: 'id' },
    },
  ],
}
