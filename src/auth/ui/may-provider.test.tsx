import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PermissionTable } from '../permissions.ts'
import { MayProvider, useMay } from './may-provider.tsx'

const permissions: PermissionTable = new Map([['members:list', ['owner', 'admin']]])

function TeamLink() {
  return useMay()('members:list') ? 'Team' : 'nothing'
}

test.each([
  ['admin', 'Team'],
  ['client', 'nothing'],
] as const)('%s is offered: %s', (role, offered) => {
  const screen = (
    <MayProvider permissions={permissions} role={role}>
      <TeamLink />
    </MayProvider>
  )
  expect(renderToStaticMarkup(screen)).toBe(offered)
})

test('nothing is offered to nobody', () => {
  expect(renderToStaticMarkup(<TeamLink />)).toBe('nothing')
})
