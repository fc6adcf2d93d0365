import { Prisma, type PrismaClient } from '#src/generated/platform/client.ts'
import { requireTenantScope } from './tenant-scope.ts'

/** The column that says whose a row is, where it is not `tenantId`. */
const keys: Readonly<Record<string, string>> = { Tenant: 'id', AuditHead: 'chain', AuditChain: 'chain' }

type Values = Readonly<Record<string, unknown>>

/**
 * Adds the scope's tenant to the condition of every query that the data layer makes of a shared table for one
 * tenant. Row level security asks for the same: whoever forgets one of them still has the other.
 */
export const memberFilter = Prisma.defineExtension({
  name: 'member filter',
  query: {
    $allModels: {
      $allOperations: ({ model, operation, args, query }) => {
        const { tenantId } = requireTenantScope()
        const own = { [keys[model] ?? 'tenantId']: tenantId }
        if (operation.startsWith('create')) return query(args)
        return query({ ...args, where: narrow(whereOf(args), own) })
      },
    },
  },
})

/** A client of the control plane that sees one tenant. */
export function withMemberFilter(client: PrismaClient): PrismaClient {
  return client.$extends(memberFilter) as PrismaClient
}

function whereOf(args: object | undefined): Values {
  const where: unknown = args && Reflect.get(args, 'where')
  return typeof where === 'object' && where !== null ? { ...where } : {}
}

/** Conditions are added beside those that are there, never in their place. */
function narrow(where: Values, own: Values): Values {
  const { AND: others } = where
  const list: unknown[] = others === undefined ? [] : [others].flat()
  return { ...where, AND: [...list, own] }
}
