/** Which log an action is told in: that of a tenant, that of the platform, or the one the person belongs to. */
export type AuditPlane = 'tenant' | 'platform' | 'either'

type ActionDeclaration = {
  /** goes behind the name of who did it: `Ada signed in` */
  words: string
  plane: AuditPlane
}

/**
 * Everything the audit log tells of beside changes of records. The list is closed: what is not in it cannot
 * be written.
 */
export const auditActions = {
  'auth.sign_in': { words: 'signed in', plane: 'either' },
  'auth.sign_in_failed': { words: 'failed to sign in', plane: 'either' },
  'auth.sign_out': { words: 'signed out', plane: 'either' },
  'auth.locked_out': { words: 'was locked out after too many failed sign-ins', plane: 'either' },
  'auth.token_reused': { words: 'presented a spent refresh token; the session was ended', plane: 'either' },
  'auth.password_change': { words: 'changed their password', plane: 'either' },
  'auth.password_reset_request': { words: 'asked for a new password', plane: 'either' },
  'auth.password_reset': { words: 'set a new password by e-mail', plane: 'either' },
  'auth.email_change_request': { words: 'asked to change their e-mail address', plane: 'either' },
  'auth.email_change': { words: 'changed their e-mail address', plane: 'either' },
  'auth.password_refused': { words: 'entered a wrong password while signed in', plane: 'either' },
  'auth.password_reset_failed': {
    words: 'used a link for a new password that is not valid',
    plane: 'either',
  },
  'auth.email_change_failed': { words: 'used a link for a new address that is not valid', plane: 'either' },
  'auth.profile_update': { words: 'changed their name', plane: 'either' },
  'sessions.revoke': { words: 'ended a session', plane: 'either' },
  'sessions.revoke_others': { words: 'ended all their other sessions', plane: 'either' },
  'api_tokens.create': { words: 'made an API token', plane: 'tenant' },
  'api_tokens.revoke': { words: 'revoked an API token', plane: 'tenant' },
  'invitations.create': { words: 'invited somebody', plane: 'tenant' },
  'invitations.resend': { words: 'sent an invitation again', plane: 'tenant' },
  'invitations.revoke': { words: 'took an invitation back', plane: 'tenant' },
  'invitations.accept': { words: 'accepted an invitation', plane: 'tenant' },
  'members.create': { words: 'added a person to the team', plane: 'tenant' },
  'members.update': { words: 'changed a person of the team', plane: 'tenant' },
  'members.remove': { words: 'removed a person from the team', plane: 'tenant' },
  'members.leave': { words: 'left the team', plane: 'tenant' },
  'tenants.create': { words: 'signed the business up', plane: 'tenant' },
  'tenants.activate': { words: 'opened the workspace', plane: 'tenant' },
  'tenants.suspend': { words: 'suspended the workspace', plane: 'tenant' },
  'tenants.schedule_deletion': { words: 'ordered the deletion of the workspace', plane: 'tenant' },
  'tenants.restore': { words: 'called the deletion of the workspace off', plane: 'tenant' },
  'tenants.purge': { words: 'deleted everything of the workspace for good', plane: 'tenant' },
  'tenants.change_plan': { words: 'changed the plan of the workspace', plane: 'tenant' },
  'tenants.export': { words: 'exported the list of tenants', plane: 'platform' },
  'tenants.update': { words: 'changed the workspace settings', plane: 'tenant' },
  'features.enable': { words: 'asked to switch a module on', plane: 'tenant' },
  'features.disable': { words: 'asked to switch a module off', plane: 'tenant' },
  'runs.succeed': { words: 'finished a provisioning run', plane: 'tenant' },
  'runs.fail': { words: 'ended a provisioning run that failed', plane: 'tenant' },
  'runs.retry': { words: 'started a provisioning run again', plane: 'tenant' },
  'runs.cancel': { words: 'gave a provisioning run up', plane: 'tenant' },
  'runs.rollback': { words: 'took a provisioning run back', plane: 'tenant' },
  'drift.repair': { words: 'repaired the structure of the workspace', plane: 'tenant' },
  'files.upload': { words: 'uploaded a file', plane: 'tenant' },
  'audit.export': { words: 'exported the audit log', plane: 'either' },
  'mails.read_links': { words: 'opened a mail with its links', plane: 'either' },
  'mails.retry': { words: 'sent a failed mail again', plane: 'either' },
  'impersonations.start': { words: 'began to act as somebody', plane: 'either' },
  'impersonations.end': { words: 'ended acting as somebody', plane: 'either' },
  'plan_features.update': { words: 'changed what a plan does with a module', plane: 'platform' },
  'rollouts.start': { words: 'ordered a rollout of migrations', plane: 'platform' },
  'rollouts.pause': { words: 'paused a rollout of migrations', plane: 'platform' },
  'rollouts.resume': { words: 'went on with a rollout of migrations', plane: 'platform' },
  'rollouts.retry': { words: 'tried the failed tenants of a rollout again', plane: 'platform' },
  'rollouts.cancel': { words: 'gave a rollout of migrations up', plane: 'platform' },
  'pool.fill': { words: 'filled the warm pool', plane: 'platform' },
  'pool.drain': { words: 'emptied the warm pool', plane: 'platform' },
  'platform_admins.create': { words: 'made a platform administrator', plane: 'platform' },
} as const satisfies Record<string, ActionDeclaration>

type Actions = typeof auditActions
type ActionOf<Plane extends AuditPlane> = {
  [Name in keyof Actions]: Actions[Name]['plane'] extends Plane ? Name : never
}[keyof Actions]

/** What may be written to the log of a tenant, of the platform, or of either. */
export type TenantAction = ActionOf<'tenant' | 'either'>
export type PlatformAction = ActionOf<'platform' | 'either'>
export type SharedAction = ActionOf<'either'>

export const recordChanges = ['create', 'update', 'delete'] as const
/** A change of a record: `pets.update`. Which resources there are is data. */
export type RecordAction = `${string}.${(typeof recordChanges)[number]}`

/** The words for an action of the closed list. @returns nothing for changes of records */
export function findActionWords(action: string): string | undefined {
  return isAuditAction(action) ? auditActions[action].words : undefined
}

function isAuditAction(action: string): action is keyof Actions {
  return Object.hasOwn(auditActions, action)
}
