/** Keys of the console's queries: whatever a hint renews lies below one of these. */
export const consoleKeys = {
  all: ['admin'],
  /** lists of tenants */
  tenants: ['admin', 'tenants'],
  tenant: (tenantId: string) => ['admin', 'tenant', tenantId],
  /** of every tenant */
  everyTenant: ['admin', 'tenant'],
  runs: ['admin', 'runs'],
  migrations: ['admin', 'migrations'],
  /** what moves with a rollout, several times a second */
  rollouts: ['admin', 'migrations', 'rollouts'],
  /** the last check for drift, and how far one is that is under way */
  drift: ['admin', 'drift'],
  /** read once for each look: it must not change under who reads it */
  driftPlan: ['admin', 'drift-plan'],
  audit: ['admin', 'audit'],
  features: ['admin', 'features'],
  outbox: ['admin', 'outbox'],
  health: ['admin', 'health'],
  pool: ['admin', 'pool'],
  overview: ['admin', 'overview'],
} as const
