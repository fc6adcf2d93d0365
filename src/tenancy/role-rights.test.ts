import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { tenantRoles, type TenantRole } from '#src/auth/identity.ts'
import { tenancyPermissions } from './permissions.ts'

const DOCUMENT = 'docs/security-model.md'
const table = readFileSync(DOCUMENT, 'utf8')
  .split('### The team')[1]
  ?.split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
const [header, , ...rows] = table ?? []

it('the security model says who holds which right to the workspace', () => {
  expect(header).toEqual(['permission', ...tenantRoles])
  const permissions: [string, readonly TenantRole[]][] = Object.entries(tenancyPermissions)
  const expected = permissions.map(([permission, holders]) => [
    `\`${permission}\``,
    ...tenantRoles.map((role) => (holders.includes(role) ? 'yes' : '')),
  ])
  // Up to the next table of the document.
  expect(rows.slice(0, expected.length)).toEqual(expected)
  expect(rows[expected.length]?.[0]).not.toMatch(/^`\w+:\w+`$/)
})
