import { z } from 'zod'
import { tenantAddress } from './tenant-details.ts'

/** Days that are answered, with today. */
export const USAGE_DAYS = 30

export const tenantUsageInput = tenantAddress.extend({
  rows: z
    .enum(['estimated', 'exact'], 'Choose estimated or exact.')
    .default('estimated')
    .describe(
      '`exact` counts the rows, for two seconds at most; otherwise the statistics of the database answer',
    ),
})

const requestCounts = {
  requests: z.int().describe('Calls of the API, several in one request counted once'),
  refusals: z.int().describe('Of them, those answered with a status of 400 to 499'),
  errors: z.int().describe('Of them, those answered with a status of 500 or more'),
}
const dayUsage = z.object({ day: z.iso.date().describe('In UTC'), ...requestCounts })
export type DayUsage = z.infer<typeof dayUsage>

const sizes = {
  rows: z.int(),
  tableBytes: z.int(),
  indexBytes: z.int(),
}
const tableUsage = z.object({ name: z.string(), ...sizes })
export type TableUsage = z.infer<typeof tableUsage>

const moduleUsage = z.object({
  module: z.string().nullable().describe('null for tables that belong to no module'),
  ...sizes,
  tables: z.array(tableUsage),
})
export type ModuleUsage = z.infer<typeof moduleUsage>

export const tenantUsageOutput = z.object({
  days: z.array(dayUsage).length(USAGE_DAYS).describe('Oldest first'),
  rows: z.int(),
  isExact: z.boolean().describe('false when the rows are the estimate of the database'),
  bytes: z.object({ tables: z.int(), indexes: z.int(), files: z.int() }),
  files: z.int().describe('Files that are kept'),
  people: z.object({
    team: z.int().describe('People of the team who can sign in'),
    inactive: z.int().describe('People of the team who cannot sign in for now'),
    clients: z.int(),
  }),
  modules: z.array(moduleUsage),
})
export type TenantUsage = z.infer<typeof tenantUsageOutput>
