import type { GuideSection } from './guide-step.ts'

/** What a program has to know before it runs unattended. */
export const goodToKnow: GuideSection = {
  id: 'good-to-know',
  title: 'Good to know',
  steps: [
    {
      id: 'tenant-context',
      title: 'Which workspace a call is for',
      prose: [
        'There are two ways, and they never contradict each other. On the apex host it is the workspace of your token. On the host of a workspace it is that one, and a token of another workspace is refused with `TENANT_MISMATCH`. So a token that leaks opens one workspace only, wherever it is tried.',
      ],
      command: 'curl "$WORKSPACE/api/v1/pets" -H "Authorization: Bearer $TOKEN"',
      expect: { status: 200, body: { total: 1 } },
    },
    {
      id: 'errors',
      title: 'When something is wrong',
      prose: [
        'Every failed call has the right HTTP status and one shape of body. Decide by `code`, which never changes; show `message` to people; keep `requestId`. `details.fields` tells at which field what is wrong, so a form can say it in the right place. [All codes](/docs/errors), each with a call that provokes it.',
      ],
      command: `curl "$BERTH/api/v1/pets" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "name": "", "species": "dragon" }'`,
      expect: { status: 400, body: { error: { code: 'VALIDATION_FAILED' } } },
    },
    {
      id: 'request-ids',
      title: 'Find a call again',
      prose: [
        'Every answer carries `X-Request-Id`, and every line of our log about that call carries the same. Send one of your own, and your log and ours speak of the same thing.',
      ],
      command: `curl -i "$BERTH/api/v1/system/info" \\
  -H "X-Request-Id: nightly-import-42"`,
      expect: { status: 200, headers: { 'x-request-id': 'nightly-import-42' } },
    },
    {
      id: 'waiting',
      title: 'When to wait',
      prose: [
        '429 `RATE_LIMITED` means too many calls (`RateLimit-Remaining` says how many you have left until `RateLimit-Reset` seconds are over), 503 `DEPENDENCY_UNAVAILABLE` that a part of the system is away for a moment. Every answer says in `RateLimit-Remaining` how many calls you have left, and in `RateLimit-Reset` for how many seconds. Both errors say in `Retry-After` how many seconds to wait; then send the same call again. With an `Idempotency-Key` that is always safe. Other errors do not go away by trying again: 4xx wants another call, and 500 wants us, with the request id.',
      ],
    },
    {
      id: 'sign-out',
      title: 'Sign out',
      prose: [
        'The session ends at once: its token is refused from the next call on, however long it would have lived.',
      ],
      command: `curl -X POST "$BERTH/api/v1/auth/logout" \\
  -H "Authorization: Bearer $TOKEN"`,
      expect: { status: 200, body: { signedOut: true } },
    },
  ],
}
