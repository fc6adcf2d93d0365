import type { ServerResponse } from 'node:http'
import { DATA_POLICY } from './content-policy.ts'

const HEADERS = {
  'content-security-policy': DATA_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

/** A year, for all workspaces. */
const TRANSPORT_SECURITY = 'max-age=31536000; includeSubDomains'

/**
 * What every answer tells browsers to be careful about. Pages bring a policy of their own for what they load.
 * @param isSecure whether people reach this installation over https
 */
export function setSecurityHeaders(res: ServerResponse, { isSecure }: { isSecure: boolean }): void {
  for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value)
  if (isSecure) res.setHeader('strict-transport-security', TRANSPORT_SECURITY)
}
