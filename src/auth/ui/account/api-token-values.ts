import type { CreateApiTokenInput } from '../../api-token.ts'
import type { PermissionGroup } from '../../permission-group.ts'
import { EVERY_SCOPE } from '../../permissions.ts'

/** What somebody fills in to make a token. `levels` is `none`, `read` or `change` by the key of a group. */
export type TokenValues = {
  name: string
  rights: string
  levels: Record<string, string>
  expiry: string
}

export const EMPTY_TOKEN: TokenValues = { name: '', rights: 'read', levels: {}, expiry: '90' }

/** How many days a token works, as a choice. */
export const expiryChoices = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: 'never', label: 'Until I revoke it' },
]

/** The call that makes the token. Its scopes are empty when nothing was chosen. */
export function toTokenInput(
  { name, rights, levels, expiry }: TokenValues,
  groups: readonly PermissionGroup[],
): CreateApiTokenInput {
  const scopes = groups.flatMap(({ key, read, change }) => {
    const level = rights === 'read' ? 'read' : levels[key]
    if (level === 'change') return [...read, ...change]
    return level === 'read' ? read : []
  })
  return {
    name,
    scopes: rights === 'all' ? [EVERY_SCOPE] : scopes,
    ...(expiry === 'never' ? {} : { expiresInDays: Number(expiry) }),
  }
}
