import type { ErrorAdvice } from './error-advice.ts'

/** Errors about the state of things: the same call may be right later. */
export const whatStandsInTheWay = {
  CONFLICT: {
    remedy: 'Get the record again, look at what has changed, and send your change with its new `updatedAt`.',
    command: `curl -X PATCH "$BERTH/api/v1/pets/$PET" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "breed": "Poodle", "updatedAt": "2001-01-01T00:00:00.000Z" }'`,
  },
  ALREADY_EXISTS: {
    remedy: '`details.fields` names the field whose value is taken.',
    command: `for name in skipper SKIPPER; do
  curl "$BERTH/api/v1/viewers" \\
    -H "Authorization: Bearer $TOKEN" \\
    -H "Content-Type: application/json" \\
    -d '{ "username": "'"$name"'" }'
done`,
  },
  STILL_REFERENCED: {
    remedy: 'Delete or change the records that refer to this one first.',
    command: `curl -X DELETE "$BERTH/api/v1/owners/$OWNER" \\
  -H "Authorization: Bearer $TOKEN"`,
  },
  INVALID_TRANSITION: {
    remedy: 'Move to one of the statuses in details.allowed.',
    command: `curl -X PATCH "$BERTH/api/v1/appointments/$APPOINTMENT" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "status": "completed" }'`,
  },
  BOOKING_CONFLICT: {
    remedy:
      'Take another time. `details` tells which are free: `slots` of an appointment, or the `next` nights of a stay beside the `nights` that are taken.',
    command: `curl "$BERTH/api/v1/appointments" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "petId": "'"$PET"'",
    "serviceId": "'"$SERVICE"'",
    "staffId": "'"$STAFF"'",
    "scheduledStart": "2030-05-06T09:50:00Z"
  }'`,
  },
  VACCINATION_REQUIRED: {
    remedy:
      'Record the vaccination, or have a manager send `vaccinationOverrideReason`; `details.mayOverride` tells whether you may.',
    reason: 'It takes an owner, a pet, somebody to book and a service that asks for a vaccination.',
  },
  LAST_OWNER: {
    remedy: 'Make somebody else an owner first.',
    command: `curl -X PATCH "$BERTH/api/v1/tenants/me/admins/$ME" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "role": "admin" }'`,
  },
  INSUFFICIENT_BALANCE: {
    remedy: 'Spend less, or wait until more has come in. Nothing was taken.',
    command: `curl "$BERTH/api/v1/stream/spend-points" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "username": "skipper", "amount": 5 }'`,
  },
  NOT_AVAILABLE: {
    remedy: '`details.reason` says whether it is not on sale or sold out.',
    command: `curl "$BERTH/api/v1/powerups" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "name": "Anchor", "key": "anchor", "cost": 10, "enabled": false }'
curl "$BERTH/api/v1/stream/purchases" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "username": "skipper", "powerupKey": "anchor" }'`,
  },
  LAST_MODULE: {
    remedy: 'Switch another module on first.',
    command: `for module in overlay pet-care; do
  curl -X PUT "$BERTH/api/v1/tenants/me/features/$module" \\
    -H "Authorization: Bearer $TOKEN" \\
    -H "Content-Type: application/json" \\
    -d '{ "enabled": false }'
done`,
  },
  LIMIT_REACHED: {
    remedy: 'Remove one that is not needed any more, then send the request again.',
    command: `for number in $(seq 26); do
  curl "$BERTH/api/v1/tenants/me/api-tokens" \\
    -H "Authorization: Bearer $TOKEN" \\
    -H "Content-Type: application/json" \\
    -d '{ "name": "One of many", "scopes": ["pets:list"] }'
done`,
  },
  SUBDOMAIN_TAKEN: {
    remedy: 'Choose another one; `details.alternatives` has three that are free.',
    command: `curl "$BERTH/api/v1/signup" \\
  -H "Content-Type: application/json" \\
  -d '{
    "business": { "name": "Pawfect Too", "industry": "pet-care" },
    "subdomain": "pawfect",
    "owner": { "fullName": "Max Moss", "email": "max@pawfect.example", "password": "Lantern-42" }
  }'`,
  },
  RUN_NOT_RETRYABLE: {
    remedy: 'The run has not failed. Ask for its status.',
    command: `curl -X POST "$BERTH/api/v1/tenants/$TENANT/retry" \\
  -H "X-Watch-Token: $WATCH"`,
  },
  ROLLOUT_OPEN: {
    remedy: 'Wait until it has ended, or cancel it.',
    reason: 'Only platform administrators order rollouts: `berth migrations status` shows the one under way.',
  },
  DRIFT_CHANGED: {
    remedy: 'Ask for the plan again, read it, and confirm that one.',
    reason:
      'A repair runs the statements that were shown, and no others; and nobody else may be changing the tables.',
  },
  MIGRATIONS_CHANGED: {
    remedy: 'Restore the files that `details.migrations` names, and write what is new as a new migration.',
    reason: 'Tenants have them in their old form: nobody could tell any more what a schema looks like.',
  },
  NODES_BEHIND: {
    remedy: 'Replace the processes that `details.nodes` names by the present release, then order it again.',
    reason:
      'The migration is marked as breaking: code that does not have it could not work with what it leaves.',
  },
  RUN_NOT_CANCELLABLE: {
    remedy: 'The run is under way or has ended. Ask for its status.',
    reason: 'Giving a sign-up up is a button on the page that shows it, and no call of this API.',
  },
  RUN_NOT_REVERSIBLE: {
    remedy: 'Wait until the run has ended.',
    command: `curl "$BERTH/api/v1/tenants/$TENANT/rollback" \\
  -H "Authorization: Bearer $ADMIN" \\
  -H "Content-Type: application/json" \\
  -d '{ "confirm": "pawfect" }'`,
    when: 'while it is being built',
  },
  MAIL_NOT_RETRYABLE: {
    remedy:
      '`details.reason` says why: it has not failed, or its links are gone, and whoever needs it asks for a new one.',
    reason: 'It takes a mail that the mail server refused.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    remedy:
      'Wait for `Retry-After` seconds and send the same again: the answer of the first call is on its way.',
    reason:
      'A second call waits for the first, and gives up after ten seconds only. No call takes that long unless something is wrong.',
  },
  RATE_LIMITED: {
    remedy: 'Wait for `Retry-After` seconds.',
    command: `for number in $(seq 11); do
  curl "$BERTH/api/v1/signup" \\
    -H "Content-Type: application/json" \\
    -d '{}'
done`,
  },
  SIGN_IN_LOCKED: {
    remedy:
      'Wait for `Retry-After` seconds, or have a new password mailed to you. The right password waits, too.',
    command: `for number in $(seq 11); do
  curl "$BERTH/api/v1/auth/login" \\
    -H "Content-Type: application/json" \\
    -d '{ "subdomain": "pawfect", "email": "max@pawfect.example", "password": "guess-'"$number"'" }'
done`,
  },
  CLIENT_CLOSED_REQUEST: {
    remedy: 'Nothing: you had hung up before the request was complete.',
    reason: 'Nobody is left to read it. It stands in our log.',
  },
} satisfies Record<string, ErrorAdvice>
