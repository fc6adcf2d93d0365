import type { Plan } from '../../tenant.ts'

/** The plans as people choose between them. */
export const planOffers: readonly { id: Plan; title: string; description: string }[] = [
  { id: 'free', title: 'Free', description: 'To look around, or to work alone.' },
  { id: 'starter', title: 'Starter', description: 'For a small team that is getting going.' },
  { id: 'standard', title: 'Standard', description: 'For a busy business with a full calendar.' },
  { id: 'pro', title: 'Pro', description: 'For many people, places and records.' },
]
