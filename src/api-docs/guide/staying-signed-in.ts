import type { GuideSection } from './guide-step.ts'

/** What a program that runs for longer than an access token lives needs. */
export const stayingSignedIn: GuideSection = {
  id: 'staying-signed-in',
  title: 'Staying signed in',
  steps: [
    {
      id: 'refresh',
      title: 'Refresh',
      prose: [
        'Before the access token ends, exchange the refresh token for the next pair. Keep both: a refresh token is good for one exchange.',
        'An old one that turns up again later means that somebody else may have a copy. The whole session ends then, and its person signs in anew.',
      ],
      command: `curl "$BERTH/api/v1/auth/refresh" \\
  -H "Content-Type: application/json" \\
  -d '{ "refreshToken": "'"$REFRESH"'" }'`,
      expect: { status: 200, body: { tokenType: 'Bearer' } },
      keep: { TOKEN: 'accessToken', REFRESH: 'refreshToken' },
    },
    {
      id: 'api-tokens',
      title: 'Or take an API token',
      prose: [
        'A program that runs by itself is better off with an API token: it has a name, it can be ended without signing anybody out, and `scopes` limit it to what the program needs. It never may more than its person. The answer is the only place where it is shown.',
      ],
      command: `curl "$BERTH/api/v1/tenants/me/api-tokens" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "Nightly import",
    "scopes": ["pets:list", "pets:create"],
    "expiresInDays": 365
  }'`,
      expect: { status: 201, body: { name: 'Nightly import', scopes: ['pets:list', 'pets:create'] } },
      keep: { API_TOKEN: 'token' },
    },
    {
      id: 'use-api-token',
      title: 'Use it like any other',
      prose: [
        'It goes into the same header. What its scopes do not name answers 403 `FORBIDDEN`, and so do calls about passwords, sessions and tokens.',
      ],
      command: `curl "$BERTH/api/v1/pets" \\
  -H "Authorization: Bearer $API_TOKEN"`,
      expect: { status: 200, body: { page: 1 } },
    },
  ],
}
