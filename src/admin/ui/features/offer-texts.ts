import type { ModuleOffer } from '#src/tenancy/plan-feature.ts'

/** What a plan does with a module, in words, and what that means from now on. */
export const offerTexts: Readonly<Record<ModuleOffer, { title: string; effect: string }>> = {
  default: {
    title: 'On by default',
    effect: 'New workspaces have it on, unless they choose their modules themselves.',
  },
  offered: { title: 'Offered', effect: 'People switch it on and off as they like.' },
  withheld: {
    title: 'Withheld',
    effect: 'People cannot switch it on any more; only the platform can.',
  },
}
