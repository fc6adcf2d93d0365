'use client'

import { ApiTokensScreen } from '#src/auth/ui/account/api-tokens-screen.tsx'
import { usePermissionGroups } from '#src/resources/ui/use-permission-groups.ts'

/** The screen with what there is to choose from in this workspace. */
export function TokensPage() {
  return <ApiTokensScreen groups={usePermissionGroups()} />
}
