import type { ErrorAdvice } from './error-advice.ts'

/** Errors about who makes the call, and for which workspace. */
export const whoCalls = {
  UNAUTHENTICATED: {
    remedy: 'Sign in, or get a new access token with your refresh token, and send it as a bearer token.',
    command: `curl "$BERTH/api/v1/pets" \\
  -H "Authorization: Bearer expired"`,
  },
  INVALID_CREDENTIALS: {
    remedy: 'Check e-mail, password and subdomain. Which of them is wrong is not said, on purpose.',
    command: `curl "$BERTH/api/v1/auth/login" \\
  -H "Content-Type: application/json" \\
  -d '{ "subdomain": "pawfect", "email": "ada@pawfect.example", "password": "Lantern-43" }'`,
  },
  TOKEN_INVALID: {
    remedy: 'Links and one-time tokens work once and for a while. Ask for a new one.',
    command: `curl "$BERTH/api/v1/auth/invitation" \\
  -H "Content-Type: application/json" \\
  -d '{ "token": "used-up" }'`,
  },
  FORBIDDEN: {
    remedy:
      'Your role does not hold this permission, or your API token is not meant for it. An owner can change both.',
    command: `curl -X DELETE "$BERTH/api/v1/pets/$PET" \\
  -H "Authorization: Bearer $API_TOKEN"`,
  },
  ROLE_TOO_HIGH: {
    remedy: 'Ask somebody whose role is at least as high as the one you want to give.',
    reason: 'It takes a second person in the workspace, with a role below the one that is given.',
  },
  IMPERSONATION_REFUSED: {
    remedy: 'The person themselves can do it. Support helps them to, and never does it in their name.',
    reason: 'It takes somebody of the platform who acts as a person of the workspace.',
  },
  TENANT_MISMATCH: {
    remedy: 'Use the host of the workspace the token belongs to, or the apex host.',
    command: `curl "$WORKSPACE/api/v1/auth/login" \\
  -H "Content-Type: application/json" \\
  -d '{ "subdomain": "another", "email": "ada@pawfect.example", "password": "Lantern-42" }'`,
  },
  TENANT_SUSPENDED: {
    remedy: 'Nobody can work in the workspace until it is active again. Ask the people of the platform.',
    reason: 'Suspending a workspace is up to the people of the platform.',
  },
  TENANT_NOT_READY: {
    remedy: 'Watch the run until it has succeeded, then call again.',
    command: `curl "$BERTH/api/v1/auth/login" \\
  -H "Content-Type: application/json" \\
  -d '{ "subdomain": "pawfect", "email": "ada@pawfect.example", "password": "Lantern-42" }'`,
    when: 'while it is being built',
  },
  MODULE_NOT_ENABLED: {
    remedy:
      'Somebody who leads the workspace switches the module on, in its settings or with `PUT /tenants/me/features/{name}`.',
    command: `curl "$BERTH/api/v1/properties" \\
  -H "Authorization: Bearer $TOKEN"`,
  },
  MODULE_WITHHELD: {
    remedy:
      'Move to a plan that has the module, or ask the people of the platform for it. `details` has `plan`.',
    reason: 'Which plan has which module is up to the people of the platform; at first every plan has all.',
  },
  PLAN_LIMIT_REACHED: {
    remedy:
      'Make room as the message says, or move to a larger plan. `details` has `plan`, `limit` and `count`.',
    command: `for name in lettings concierge; do
  curl -X PUT "$BERTH/api/v1/tenants/me/features/$name" \\
    -H "Authorization: Bearer $TOKEN" \\
    -H "Content-Type: application/json" \\
    -d '{ "enabled": true }'
done`,
  },
} satisfies Record<string, ErrorAdvice>
