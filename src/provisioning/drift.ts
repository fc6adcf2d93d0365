import { z } from 'zod'

/** `critical` differences let records be read or changed by somebody who should not, or records are gone. */
export const driftSeverities = ['critical', 'warning'] as const
export type DriftSeverity = (typeof driftSeverities)[number]

/** Whether something is not there, is there and should not be, or is otherwise. */
export const driftDifferences = ['missing', 'extra', 'changed'] as const

/**
 * How a difference is put right: by Berth itself, by somebody who runs the statements that are shown, or by a decision that
 * no statement can replace.
 */
export const driftRepairs = ['automatic', 'manual', 'decision'] as const
export type DriftRepair = (typeof driftRepairs)[number]

export const driftFinding = z.object({
  severity: z.enum(driftSeverities),
  kind: z.string().describe('What it is about: table, column, policy, role, …'),
  object: z.string().describe('Its name, as table.column for what belongs to a table'),
  difference: z.enum(driftDifferences),
  aspect: z.string().nullable().describe('What of it is otherwise'),
  expected: z.string().nullable(),
  found: z.string().nullable(),
  repair: z.enum(driftRepairs),
  statements: z.array(z.string()).describe('What puts it right, or would'),
})
export type DriftFinding = z.infer<typeof driftFinding>

/** Findings about one tenant; `null` for schemas and roles that belong to none. */
export const driftReport = z.object({
  tenantId: z.uuid().nullable(),
  subdomain: z.string().nullable(),
  schemaName: z.string(),
  findings: z.array(driftFinding),
})
export type DriftReport = z.infer<typeof driftReport>

/** Why tenants were not compared. */
export const driftSkips = ['busy', 'newer', 'edited'] as const
export type DriftSkip = (typeof driftSkips)[number]

export const driftSummary = z.object({
  tenants: z.int().describe('Tenants that were compared'),
  objects: z.int().describe('Tables, columns, rights and so on that were compared'),
  goldens: z.int().describe('Different structures that tenants were compared with'),
  durationMs: z.number(),
  skipped: z
    .object({
      busy: z.int().describe('Something was being changed there'),
      newer: z.int().describe('Have migrations that this code does not know'),
      edited: z.int().describe('Have migrations whose files were changed since'),
    })
    .describe('Tenants that were not compared'),
  critical: z.int(),
  warning: z.int(),
})
export type DriftSummary = z.infer<typeof driftSummary>

/** What a repair will do, or has done. */
export const driftPlan = z.object({
  tenantId: z.uuid(),
  subdomain: z.string(),
  hash: z.string().describe('Names exactly this plan: a repair does it, or nothing'),
  findings: z.array(driftFinding),
})
export type DriftPlan = z.infer<typeof driftPlan>

export const driftRepairResult = z.object({
  failed: z
    .array(z.object({ kind: z.string(), object: z.string(), message: z.string() }))
    .describe('What PostgreSQL refused'),
  remaining: z.array(driftFinding).describe('What a fresh check still finds'),
})
export type DriftRepairResult = z.infer<typeof driftRepairResult>
