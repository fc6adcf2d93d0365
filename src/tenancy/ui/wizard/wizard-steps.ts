/** The screens of the wizard, in order. `id` stands in the address as `?step=…`. */
export const wizardSteps = [
  {
    id: 'business',
    title: 'Business',
    heading: 'What is your business?',
    hint: 'The industry decides which module your workspace starts with.',
  },
  {
    id: 'address',
    title: 'Web address',
    heading: 'Where on the web will it be?',
    hint: 'You and your team sign in at this address, so short and easy to say is best.',
  },
  {
    id: 'owner',
    title: 'Your account',
    heading: 'Who owns the workspace?',
    hint: 'This account can do everything in it, and can invite the others.',
  },
  {
    id: 'preferences',
    title: 'Preferences',
    heading: 'How do you work?',
    hint: 'Most of this is already filled in. Change what does not fit.',
  },
  {
    id: 'review',
    title: 'Review',
    heading: 'Is everything right?',
    hint: 'Nothing has been created yet.',
  },
] as const

export type StepId = (typeof wizardSteps)[number]['id']

/** The step at a position; the last one for any position behind it. */
export function stepAt(index: number): (typeof wizardSteps)[number] {
  return wizardSteps[Math.max(0, Math.min(index, wizardSteps.length - 1))] ?? wizardSteps[0]
}

/** Position of a step by its id, 0 for anything unknown. */
export function stepIndex(id: string | null | undefined): number {
  return Math.max(
    0,
    wizardSteps.findIndex((step) => step.id === id),
  )
}

/** The step that asks for the field at a dotted path of the sign-up request; undefined for no field at all. */
export function stepOfField(path: string): StepId | undefined {
  const steps: Record<string, StepId> = {
    business: 'business',
    subdomain: 'address',
    owner: 'owner',
    preferences: 'preferences',
  }
  return steps[path.split('.')[0] ?? '']
}
