import type { z } from 'zod'
import { deriveAuthKeys } from '#src/auth/server/auth-keys.ts'
import type { Access } from '#src/auth/permissions.ts'
import { createAppRouter } from '../../root-router.ts'
import { AUTH_SECRET } from '../auth-secret.ts'

/** A procedure as an attacker sees it: where it is called, and what it takes. */
export type LabProcedure = {
  path: string
  type: 'query' | 'mutation'
  access: Access | undefined
  inputs: readonly z.ZodType[]
  rest: { method: string; path: string } | null
}

type Declared = {
  _def: {
    type: 'query' | 'mutation'
    inputs: z.ZodType[]
    meta?: { access?: Access; openapi?: { method: string; path: string } }
  }
}

/** Everything the product offers; a new procedure is in the lab the moment it is in the router. */
export function listProcedures(): LabProcedure[] {
  // tRPC types the record of all procedures as a tree and without their metadata.
  const flat: object = createAppRouter(deriveAuthKeys(AUTH_SECRET))._def.procedures
  const declared: [string, Declared][] = Object.entries(flat)
  return declared.map(([path, { _def }]) => ({
    path,
    type: _def.type,
    access: _def.meta?.access,
    inputs: _def.inputs,
    rest: _def.meta?.openapi ?? null,
  }))
}
