import type { TenantRole } from '#src/auth/identity.ts'
import { pick } from './seeded-random.ts'

/** Somebody who was never there. */
export type DemoMember = { role: TenantRole; fullName: string; email: string }

/** The owner first; two each of those there are most of. */
const roles: readonly TenantRole[] = [
  'owner',
  'admin',
  'manager',
  'staff',
  'staff',
  'viewer',
  'client',
  'client',
]
const firstNames = (
  'Amara Ben Chiara Dmitri Elif Farid Greta Hana Ivo Jonas Keiko Lena Mateo Nadia Oskar Priya Quentin Rosa Sami ' +
  'Tilda Uma Viktor Wanda Yusuf Zoe'
).split(' ')
const lastNames = (
  'Abbott Berger Castillo Duarte Eriksen Fontaine Garber Holm Ishikawa Jansen Kowalski Lindqvist Moreau Novak ' +
  'Okafor Petrov Quinn Rossi Silva Tanaka Usman Vogel Walsh Young Zimmer'
).split(' ')

/** The team of a business. Addresses end in `.example`, where no mail is ever delivered. */
export function demoTeam(subdomain: string, random: () => number): DemoMember[] {
  const taken = new Set<string>()
  return roles.map((role) => {
    let first = pick(random, firstNames)
    while (taken.has(first)) first = pick(random, firstNames)
    taken.add(first)
    return {
      role,
      fullName: `${first} ${pick(random, lastNames)}`,
      email: `${first.toLowerCase()}@${subdomain}.example`,
    }
  })
}
