/**
 * Tables of the control plane whose rows go with their tenant, in an order that no reference forbids. What is kept tells
 * of the tenant when it is gone: its own row, runs, its turns in rollouts, and the audit log with its chain.
 */
export const removedTables = [
  'invitations',
  'api_tokens',
  'one_time_tokens',
  'refresh_tokens',
  'sessions',
  'idempotency_keys',
  'mail_outbox',
  'feature_overrides',
  'tenant_features',
  'applied_migrations',
  'tenant_usage_days',
  'drift_findings',
  'users',
] as const

export const keptTables = [
  'provisioning_runs',
  'provisioning_steps',
  'provisioning_events',
  'rollout_tenants',
  'audit_log',
] as const

/** These go with the people they are about. */
export const followingTables = ['impersonations'] as const

/** Removed by a step of their own, since their bytes lie elsewhere. */
export const fileTables = ['files'] as const
