import { z } from 'zod'
import {
  auditEntry,
  auditExportInput,
  auditFilters,
  auditListInput,
  auditPage,
} from '#src/audit/audit-query.ts'
import { chainProof } from '#src/audit/chain-proof.ts'

/** Whose log: that of a tenant, of the platform, or of everybody. */
const ofWhom = {
  tenantId: z
    .uuid('This is not an id.')
    .optional()
    .describe('A tenant, or the nil UUID for the log of the platform; without it, all of them'),
}

/** What the log of the console can be narrowed to. */
export const consoleAuditFilters = auditFilters.extend(ofWhom)
export type ConsoleAuditFilters = z.infer<typeof consoleAuditFilters>

export const consoleAuditListInput = auditListInput.safeExtend(ofWhom)
export const consoleAuditExportInput = auditExportInput.extend(ofWhom)

/** A tenant as a row names it. */
export const logTenant = z.object({ id: z.uuid(), subdomain: z.string(), businessName: z.string() })
export type LogTenant = z.infer<typeof logTenant>

const tenant = logTenant.nullable().describe('null for the log of the platform')

export const consoleAuditEntry = auditEntry.extend({ tenant })
export type ConsoleAuditRecord = z.infer<typeof consoleAuditEntry>
export const consoleAuditPage = auditPage.extend({ items: z.array(consoleAuditEntry) })

export const consoleProof = chainProof.extend({ tenant })
export type ConsoleProof = z.infer<typeof consoleProof>

/** A stretch of the check of all logs. */
export const proofsPart = z.object({
  proofs: z.array(consoleProof),
  total: z.number().int().describe('Logs there are'),
  next: z.uuid().nullable().describe('The last log of this part, to go on behind; null at the end'),
})
export type ProofsPart = z.infer<typeof proofsPart>
