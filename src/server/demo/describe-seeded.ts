import type { SeededTenant } from './seed-tenants.ts'

/** What somebody at the terminal needs to look at demo tenants: where they are, who is there, and the password. */
export function describeSeeded(tenants: readonly SeededTenant[], password: string): string {
  const lines = tenants.flatMap(({ businessName, industry, workspaceUrl, people }) => [
    '',
    `  ${businessName} (${industry})  ${workspaceUrl}`,
    ...people.map(({ role, email }) => `    ${role.padEnd(8)} ${email}`),
  ])
  return [
    '',
    `  Demo tenants. Everybody signs in with this password, shown once: ${password}`,
    ...lines,
    '',
    '',
  ].join('\n')
}
