/** How a state looks: its colours and icon, and the word for it. */
export interface StatusLook {
  tone: 'pending' | 'running' | 'succeeded' | 'failed' | 'compensating' | 'compensated' | 'suspended'
  icon: 'circle' | 'ring' | 'check' | 'cross' | 'back' | 'pause' | 'stop' | 'alert'
  word: string
}

const looks = {
  pending: { tone: 'pending', icon: 'circle', word: 'Pending' },
  running: { tone: 'running', icon: 'ring', word: 'Running' },
  succeeded: { tone: 'succeeded', icon: 'check', word: 'Succeeded' },
  failed: { tone: 'failed', icon: 'cross', word: 'Failed' },
  compensating: { tone: 'compensating', icon: 'back', word: 'Undoing' },
  compensated: { tone: 'compensated', icon: 'back', word: 'Undone' },
  provisioning: { tone: 'running', icon: 'ring', word: 'Being built' },
  trial: { tone: 'running', icon: 'check', word: 'Trial' },
  active: { tone: 'succeeded', icon: 'check', word: 'Active' },
  suspended: { tone: 'suspended', icon: 'pause', word: 'Suspended' },
  cancelled: { tone: 'pending', icon: 'stop', word: 'Cancelled' },
  deleted: { tone: 'pending', icon: 'cross', word: 'Deleted' },
  ok: { tone: 'succeeded', icon: 'check', word: 'OK' },
  attention: { tone: 'suspended', icon: 'alert', word: 'Attention' },
  failing: { tone: 'failed', icon: 'cross', word: 'Failing' },
} as const satisfies Record<string, StatusLook>

/** States of runs and steps, of tenants, and of parts of the installation. */
export type StatusName = keyof typeof looks

/** The look of a state. */
export function getStatusLook(status: StatusName): StatusLook {
  return looks[status]
}
