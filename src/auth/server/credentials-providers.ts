import type { User } from 'next-auth'
import type { CredentialsConfig } from 'next-auth/providers/credentials'
import { AppError } from '#src/shared/errors/app-error.ts'
import { signInInput } from '../sign-in.ts'
import type { Identity } from '../identity.ts'
import { noteFailure, type AuthRequest, type WebAuthDeps } from './auth-request.ts'
import type { SessionRequest } from './session.service.ts'
import { signInWithPassword, signInWithTicket } from './sign-in.service.ts'

type Credentials = Record<string, string>

/** How a browser can sign in on the host of this request: by password, and in a workspace by ticket. */
export function createCredentialsProviders(deps: WebAuthDeps, request: AuthRequest): CredentialsConfig[] {
  return [
    createProvider(request, 'password', (credentials) => signInByPassword(deps, request, credentials)),
    createProvider(request, 'ticket', (credentials) => signInByTicket(deps, request, credentials)),
  ]
}

function createProvider(
  request: AuthRequest,
  id: string,
  signIn: (credentials: Credentials) => Promise<Identity>,
): CredentialsConfig {
  return {
    id,
    name: id,
    type: 'credentials',
    credentials: {},
    authorize: async (credentials): Promise<User> => {
      const identity = await noteFailure(request, () => signIn(credentials ?? {}))
      request.identity = identity
      return { id: identity.userId, email: identity.email, name: identity.fullName }
    },
  }
}

async function signInByPassword(
  deps: WebAuthDeps,
  request: AuthRequest,
  { email, password }: Credentials,
): Promise<Identity> {
  const typed = signInInput.safeParse({ email, password })
  if (!typed.success) throw new AppError('VALIDATION_FAILED', { cause: typed.error })
  return signInWithPassword(deps.db, {
    ...typed.data,
    ...sessionRequest(deps, request),
    tenantId: requireOpenHost(deps, request),
    limits: deps.limits,
    auditKey: deps.keys.audit,
  })
}

async function signInByTicket(
  deps: WebAuthDeps,
  request: AuthRequest,
  { ticket = '' }: Credentials,
): Promise<Identity> {
  const tenantId = requireOpenHost(deps, request)
  if (tenantId === null) throw new AppError('TOKEN_INVALID')
  return signInWithTicket(deps.db, { ...sessionRequest(deps, request), tenantId, ticket })
}

/** Whose people may sign in on this host: a tenant's, or on the apex (null) the platform's. */
function requireOpenHost({ requireOpenTenant }: WebAuthDeps, { host }: AuthRequest): string | null {
  if (host.kind === 'apex') return null
  if (!host.tenant) throw new AppError('TENANT_NOT_FOUND')
  requireOpenTenant(host.tenant)
  return host.tenant.tenantId
}

function sessionRequest({ env }: WebAuthDeps, { caller }: AuthRequest): SessionRequest {
  return { kind: 'web', lifetimeSeconds: env.BERTH_SESSION_HOURS * 3600, caller }
}
