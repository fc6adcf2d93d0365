/** Who has a count of their own. */
export type LimitedBy =
  /** the address a call comes from */
  | 'address'
  /** one e-mail address at one workspace, whether there is such an account or not */
  | 'account'
  /** the person who is signed in, else the address */
  | 'person'
  /** the workspace the call is made for */
  | 'tenant'

/** So many times in so many seconds. */
export type Rate = { points: number; seconds: number }

type Limit = { rate: Rate; by: LimitedBy; what: string }

const MINUTE = 60
const QUARTER = 15 * MINUTE
const HOUR = 60 * MINUTE

/** Every limit there is, with its default. `BERTH_RATE_LIMITS` overrides them by name. */
export const limitTable = {
  api: { rate: { points: 600, seconds: MINUTE }, by: 'person', what: 'calls of the API' },
  signup: { rate: { points: 10, seconds: MINUTE }, by: 'address', what: 'sign-ups' },
  subdomain: { rate: { points: 120, seconds: MINUTE }, by: 'address', what: 'questions for a free address' },
  login: { rate: { points: 10, seconds: MINUTE }, by: 'account', what: 'sign-ins by password' },
  'login-address': { rate: { points: 300, seconds: MINUTE }, by: 'address', what: 'sign-ins by password' },
  lockout: { rate: { points: 10, seconds: QUARTER }, by: 'account', what: 'failed sign-ins' },
  'lockout-address': { rate: { points: 100, seconds: QUARTER }, by: 'address', what: 'failed sign-ins' },
  refresh: { rate: { points: 300, seconds: MINUTE }, by: 'address', what: 'renewals of access tokens' },
  register: { rate: { points: 20, seconds: MINUTE }, by: 'address', what: 'accepted invitations' },
  reset: { rate: { points: 5, seconds: HOUR }, by: 'account', what: 'mails to reset a password' },
  'reset-address': { rate: { points: 20, seconds: HOUR }, by: 'address', what: 'mails to reset a password' },
  password: { rate: { points: 10, seconds: MINUTE }, by: 'person', what: 'changes of the own password' },
  email: { rate: { points: 5, seconds: HOUR }, by: 'person', what: 'mails to change an address' },
  overlay: { rate: { points: 600, seconds: MINUTE }, by: 'address', what: 'looks at a public overlay' },
  upload: { rate: { points: 120, seconds: QUARTER }, by: 'person', what: 'uploads of files' },
  impersonate: {
    rate: { points: 30, seconds: HOUR },
    by: 'person',
    what: 'visits to a workspace as somebody',
  },
  invite: { rate: { points: 60, seconds: HOUR }, by: 'tenant', what: 'invitations' },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limitTable

/** True when `name` is an entry of the table. */
export function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(limitTable, name)
}
