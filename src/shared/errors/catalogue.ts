/**
 * Every error a caller can meet: its HTTP status and the sentence shown to a person.
 * tRPC, REST, the pages and the error documentation all read this table.
 */
export const errorCatalogue = {
  BAD_REQUEST: { status: 400, message: 'The request could not be understood.' },
  VALIDATION_FAILED: { status: 400, message: 'Some fields need another look.' },
  UNAUTHENTICATED: { status: 401, message: 'Please sign in.' },
  INVALID_CREDENTIALS: { status: 401, message: 'That e-mail and password do not match.' },
  TOKEN_INVALID: { status: 401, message: 'This link or token is not valid any more.' },
  ROLE_TOO_HIGH: { status: 403, message: 'You cannot give or change a role above your own.' },
  FORBIDDEN: { status: 403, message: 'You do not have the right to do this.' },
  IMPERSONATION_REFUSED: { status: 403, message: 'Nobody can do this while acting as somebody else.' },
  TENANT_MISMATCH: { status: 403, message: 'This address belongs to another workspace than your sign-in.' },
  TENANT_SUSPENDED: { status: 403, message: 'This workspace is suspended.' },
  TENANT_NOT_READY: { status: 403, message: 'This workspace is not ready yet.' },
  MODULE_NOT_ENABLED: { status: 403, message: 'This module is not switched on for the workspace.' },
  MODULE_WITHHELD: { status: 403, message: 'The plan of this workspace does not have this module.' },
  PLAN_LIMIT_REACHED: { status: 403, message: 'The plan of this workspace has no room for more.' },
  NOT_FOUND: { status: 404, message: 'Nothing was found at this address.' },
  TENANT_NOT_FOUND: { status: 404, message: 'There is no workspace at this address.' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'This address does not support that method.' },
  CONFLICT: { status: 409, message: 'Somebody changed this in the meantime.' },
  ALREADY_EXISTS: { status: 409, message: 'Another record already has this value.' },
  STILL_REFERENCED: { status: 409, message: 'Other records still refer to this one.' },
  INVALID_TRANSITION: { status: 409, message: 'This status cannot follow the present one.' },
  BOOKING_CONFLICT: { status: 409, message: 'This time is already taken.' },
  LAST_OWNER: { status: 409, message: 'A workspace needs an owner. Make somebody else an owner first.' },
  VACCINATION_REQUIRED: { status: 409, message: 'This pet has no valid vaccination on that day.' },
  INSUFFICIENT_BALANCE: { status: 409, message: 'There is not enough left for this.' },
  LAST_MODULE: { status: 409, message: 'A workspace needs a module. Switch another one on first.' },
  NOT_AVAILABLE: { status: 409, message: 'This cannot be had at the moment.' },
  LIMIT_REACHED: { status: 409, message: 'There can be no more of these. Remove one first.' },
  SUBDOMAIN_TAKEN: { status: 409, message: 'This address is already taken.' },
  RUN_NOT_RETRYABLE: { status: 409, message: 'Only a failed run can be started again.' },
  RUN_NOT_CANCELLABLE: { status: 409, message: 'This run cannot be cancelled any more.' },
  RUN_NOT_REVERSIBLE: { status: 409, message: 'Only a finished run can be rolled back.' },
  ROLLOUT_OPEN: {
    status: 409,
    message: 'Another rollout is under way. One goes through the fleet at a time.',
  },
  DRIFT_CHANGED: {
    status: 409,
    message: 'The tenant has changed since the repair was planned. Nothing was done.',
  },
  MIGRATIONS_CHANGED: {
    status: 409,
    message: 'Migrations were changed after they had been applied. Restore the files and write new ones.',
  },
  NODES_BEHIND: {
    status: 409,
    message: 'Some processes run code that this migration would break. Replace them first.',
  },
  MAIL_NOT_RETRYABLE: { status: 409, message: 'This mail cannot be sent again.' },
  IDEMPOTENCY_IN_PROGRESS: { status: 409, message: 'The same request is still being worked on.' },
  PAYLOAD_TOO_LARGE: { status: 413, message: 'The request is too large.' },
  FILE_TOO_LARGE: { status: 413, message: 'This file is too large.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: 'The request must be JSON.' },
  FILE_TYPE_REFUSED: { status: 415, message: 'Files of this type are not accepted here.' },
  IDEMPOTENCY_MISMATCH: { status: 422, message: 'This idempotency key was used with another request.' },
  CONFIRMATION_MISMATCH: { status: 422, message: 'The confirmation does not match the name.' },
  RATE_LIMITED: { status: 429, message: 'Too many requests. Please wait a moment.' },
  SIGN_IN_LOCKED: {
    status: 429,
    message: 'Signing in is paused after too many wrong passwords. Please wait a few minutes.',
  },
  CLIENT_CLOSED_REQUEST: { status: 499, message: 'The request was closed before it was answered.' },
  INTERNAL: { status: 500, message: 'Something went wrong on our side.' },
  PROVISIONING_FAILED: { status: 500, message: 'A step could not be finished.' },
  WORKER_LOST: { status: 500, message: 'The worker stopped in the middle of the work.' },
  RUN_TIMED_OUT: { status: 500, message: 'The work took longer than two minutes and was stopped.' },
  FAULT_REHEARSED: { status: 500, message: 'A rehearsed fault stopped this step.' },
  WORKSPACE_BEHIND: {
    status: 503,
    message: 'This part of the workspace is being brought up to date. Please try again in a moment.',
  },
  DEPENDENCY_UNAVAILABLE: {
    status: 503,
    message: 'A part of the system is away for a moment. Please try again.',
  },
} as const satisfies Record<string, { status: number; message: string }>

export type ErrorCode = keyof typeof errorCatalogue

/** True when `value` names an entry of the catalogue. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCatalogue, value)
}

/** The body every failed call answers with, on REST and inside tRPC's error data. */
export type ErrorBody = {
  error: { code: ErrorCode; message: string; requestId: string; details?: ErrorDetails }
}

/** `fields` maps a dotted input path to its sentences; other keys depend on the code. */
export type ErrorDetails = { fields?: Record<string, string[]>; [key: string]: unknown }
