import { vi } from 'vitest'
import type { SignUpOptions } from '../../../sign-up.ts'
import { createAnswers, type Answers } from '../answers.ts'

/** Two industries with services of their own. */
export const sampleOptions: SignUpOptions = {
  domain: 'berth.test',
  industries: [
    { id: 'pet-care', title: 'Pet care', description: 'Pets.', module: 'pet-care' },
    { id: 'lettings', title: 'Lettings', description: 'Homes.', module: 'lettings' },
  ],
  modules: [
    { id: 'pet-care', title: 'Pet care', description: 'Pets.' },
    { id: 'lettings', title: 'Lettings', description: 'Homes.' },
  ],
  services: [
    { module: 'pet-care', key: 'bath', title: 'Bath', detail: '60 min', selected: true },
    { module: 'pet-care', key: 'nails', title: 'Nails', detail: '15 min', selected: false },
    { module: 'lettings', key: 'cleaning', title: 'Cleaning', detail: '90 min', selected: true },
  ],
}

/** Answers as they are when everything that must be answered is. */
export function sampleAnswers(): Answers {
  const empty = createAnswers()
  return {
    ...empty,
    business: { ...empty.business, name: ' Harbour Lane Dogs ', industry: 'pet-care' },
    subdomain: 'harbour-lane-dogs',
    owner: { fullName: 'Maya Okafor', email: 'maya@example.com', password: 'Sea-gull7' },
    preferences: {
      timezone: 'Europe/London',
      currency: 'GBP',
      plan: 'free',
      modules: [],
      services: ['bath'],
    },
  }
}

/** A tab's storage for one test. */
export function stubSessionStorage(): Map<string, string> {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  return kept
}
