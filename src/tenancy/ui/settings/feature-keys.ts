/** Keys of the cache for what a workspace has switched on, and for how much of its plan it uses. */
export const featureKeys = { all: ['features'] as const, plan: ['tenant', 'plan'] as const }
