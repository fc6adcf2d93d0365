import type { CallContext, CallTenant } from '#src/trpc/server/context.ts'
import { RESET_PASSWORD_PATH } from '../paths.ts'

/** The place an account belongs to, as mails name it: a workspace, or the product for people of the platform. */
export type AccountSite = { name: string; url: string }

const PRODUCT_NAME = 'Berth'

export function siteOf({ workspaceUrl, apexUrl }: CallContext, tenant: CallTenant | null): AccountSite {
  return tenant
    ? { name: tenant.businessName, url: workspaceUrl(tenant.subdomain) }
    : { name: PRODUCT_NAME, url: apexUrl }
}

/** Where a new password can be asked for, and with a token chosen. */
export function resetUrlOf({ url }: AccountSite, token?: string): string {
  return `${url}${RESET_PASSWORD_PATH}${token === undefined ? '' : `#${token}`}`
}
