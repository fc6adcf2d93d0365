import { Command } from 'commander'
import { createTenantsCreate } from './create.ts'
import { createTenantsList } from './list.ts'
import { createTenantMoves } from './moves.ts'

/** `berth tenants` */
export function createTenants(): Command {
  const tenants = new Command('tenants').description('the workspaces of this installation')
  for (const command of [createTenantsList(), createTenantsCreate(), ...createTenantMoves()])
    tenants.addCommand(command)
  return tenants
}
