import type { Identity } from '#src/auth/identity.ts'
import type { PermissionTable } from '#src/auth/permissions.ts'
import type { Database } from '#src/db/server/database.ts'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'
import type { EncryptionKeys } from '#src/encryption/server/encryption-keys.ts'
import type { Env } from '#src/env.ts'
import type { FileStore } from '#src/files/server/file-store.ts'
import type { Limits } from '#src/limits/server/limits.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import type { IdempotentCall } from './idempotency.ts'

/** The tenant a call is made for, by its host or by the caller's sign-in. */
export type CallTenant = TenantPlacement & {
  subdomain: string
  status: string
  businessName: string
  industry: string
  timezone: string
  currency: string
  /** what the business writes in: a name of `src/tenancy/language.ts` */
  language: string
  plan: string
  /** modules that are switched on */
  modules: readonly string[]
}

/** What is the same for all calls of one process. */
export type Services = {
  database: Database
  env: Env
  logger: Logger
  permissions: PermissionTable
  limits: Limits
  /** where the bytes of uploaded files lie */
  files: FileStore
  /** signs access tokens and sessions */
  authSecret: string
  /** for what is stored and must be read again */
  encryptionKeys: EncryptionKeys
}

/** A record that has been changed, for those who look at it now. */
export type ChangedRecord = { resource: string; id: string }

/** How one call of a procedure ended: OK or a code of the catalogue, after how many milliseconds. */
export type CallEnd = { procedure: string; code: string; ms: number }

/** What a procedure knows about its call. Tests build one without HTTP. */
export type CallContext = Services & {
  requestId: string
  ip: string | null
  userAgent: string | null
  /** the tenant of the host, null on the apex */
  hostTenant: CallTenant | null
  identity: Identity | null
  /** the tenant the call is made for: the host's, or the identity's on the apex */
  tenant: CallTenant | null
  watchToken: string | null
  idempotencyKey: string | null
  /** present while a call with such a key is worked on */
  idempotentCall?: IdempotentCall | undefined
  /** absolute address of the apex host, without a slash at its end */
  apexUrl: string
  /** absolute address of a workspace, such as http://acme.berth.localhost:3000 */
  workspaceUrl: (subdomain: string) => string
  /** makes this process look a tenant up anew at the next call, without waiting for the announcement to come round */
  forgetTenant: (tenantId: string) => void
  /**
   * Tells the people of the call's tenant who may know that a record has changed. To be called after the commit.
   * It holds no data: their pages ask again.
   */
  announceChange: (change: ChangedRecord) => void
  /** hears how each procedure ended and how long it took, in milliseconds */
  noteCall?: ((call: CallEnd) => void) | undefined
  /** lets a procedure answer REST calls with another status than 200 */
  response: { status?: number }
}
