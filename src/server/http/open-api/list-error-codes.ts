import type { Access } from '#src/auth/permissions.ts'
import type { ErrorCode } from '#src/shared/errors/catalogue.ts'

/** What decides which errors a call can end with. */
export type CallTraits = {
  access: Access | undefined
  /** in small letters */
  method: string
  hasInput: boolean
  /** codes the procedure declares itself */
  declared: readonly ErrorCode[]
}

const ANY_CALL: ErrorCode[] = [
  ...(['BAD_REQUEST', 'TENANT_NOT_FOUND', 'RATE_LIMITED'] as const),
  ...(['INTERNAL', 'DEPENDENCY_UNAVAILABLE'] as const),
]
const OF_A_TENANT: ErrorCode[] = [
  ...(['UNAUTHENTICATED', 'TENANT_MISMATCH', 'FORBIDDEN'] as const),
  ...(['TENANT_SUSPENDED', 'TENANT_NOT_READY', 'WORKSPACE_BEHIND'] as const),
]
const WITH_A_BODY: ErrorCode[] = ['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE']
const WITH_A_KEY: ErrorCode[] = ['IDEMPOTENCY_MISMATCH', 'IDEMPOTENCY_IN_PROGRESS']

/** Every code an operation may answer, each once. */
export function listErrorCodes({ access, method, hasInput, declared }: CallTraits): ErrorCode[] {
  return [
    ...new Set<ErrorCode>([
      ...ANY_CALL,
      ...listAccessCodes(access),
      ...(hasInput ? (['VALIDATION_FAILED'] as const) : []),
      ...(['post', 'put', 'patch'].includes(method) ? WITH_A_BODY : []),
      ...(method === 'post' ? WITH_A_KEY : []),
      ...declared,
    ]),
  ]
}

function listAccessCodes(access: Access | undefined): readonly ErrorCode[] {
  switch (access?.kind) {
    case 'watch-token':
      return ['NOT_FOUND']
    case 'signed-in':
      return OF_A_TENANT
    case 'permission':
      return access.module === undefined ? OF_A_TENANT : [...OF_A_TENANT, 'MODULE_NOT_ENABLED']
    case 'platform':
      return ['UNAUTHENTICATED', 'TENANT_MISMATCH', 'FORBIDDEN']
    default:
      return []
  }
}
