import type { ErrorAdvice } from './error-advice.ts'

/** Errors about the request itself: sending it again does not help. */
export const whatWasAsked = {
  BAD_REQUEST: {
    remedy: 'The body is no JSON, or a header cannot be read. Look at what was really sent.',
    command: `curl "$BERTH/api/v1/auth/login" \\
  -H "Content-Type: application/json" \\
  -d '{ "email": '`,
  },
  VALIDATION_FAILED: {
    remedy: '`details.fields` has a sentence for every field that is wrong.',
    command: `curl "$BERTH/api/v1/owners" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "email": "not an address" }'`,
  },
  NOT_FOUND: {
    remedy:
      'The path is wrong, or the record is gone, or was never in your workspace: these look the same from outside.',
    command: `curl "$BERTH/api/v1/pets/00000000-0000-7000-8000-000000000000" \\
  -H "Authorization: Bearer $TOKEN"`,
  },
  TENANT_NOT_FOUND: {
    remedy: 'Check the subdomain.',
    command: `curl "$BERTH/api/v1/auth/login" \\
  -H "Content-Type: application/json" \\
  -d '{ "subdomain": "nobody-is-here", "email": "ada@pawfect.example", "password": "Lantern-42" }'`,
  },
  METHOD_NOT_ALLOWED: {
    remedy: 'Use the method that the reference has for this path.',
    command: 'curl -X TRACE "$BERTH/api/v1/pets"',
  },
  PAYLOAD_TOO_LARGE: {
    remedy: 'A body has 256 kB at most. Send less at once.',
    command: `head -c 300000 /dev/zero | curl "$BERTH/api/v1/owners" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  --data-binary @-`,
  },
  UNSUPPORTED_MEDIA_TYPE: {
    remedy: 'Send JSON with `Content-Type: application/json`, and not compressed.',
    command: `curl "$BERTH/api/v1/owners" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: text/plain" \\
  -d 'Isla Drummond'`,
  },
  FILE_TOO_LARGE: {
    remedy: '`details.maxBytes` says how large a file may be here. Make it smaller and send it again.',
    reason: 'The guide uploads nothing.',
  },
  FILE_TYPE_REFUSED: {
    remedy:
      'Send one of the types that the field accepts (`details.accept`), with its own `Content-Type`. What is in the file has to be of that type, too.',
    reason: 'The guide uploads nothing.',
  },
  IDEMPOTENCY_MISMATCH: {
    remedy: 'Take a new key for every new thing to do, and keep it for repetitions of that one.',
    command: `curl "$BERTH/api/v1/pets" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: import-row-17" \\
  -d '{ "name": "Somebody else", "ownerId": "'"$OWNER"'", "species": "cat" }'`,
  },
  CONFIRMATION_MISMATCH: {
    remedy: 'Type the subdomain of the workspace out, exactly.',
    command: `curl "$BERTH/api/v1/tenants/$TENANT/rollback" \\
  -H "Authorization: Bearer $ADMIN" \\
  -H "Content-Type: application/json" \\
  -d '{ "confirm": "another" }'`,
  },
} satisfies Record<string, ErrorAdvice>
