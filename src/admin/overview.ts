import { z } from 'zod'
import { preferencesStep } from '#src/tenancy/sign-up.ts'

/** Days that the charts of the first page show, today included. */
export const OVERVIEW_DAYS = 30

export const overviewInput = z.object({
  timeZone: preferencesStep.shape.timezone.describe('Whose calendar the days are of, such as Europe/London'),
})
export type OverviewInput = z.infer<typeof overviewInput>

/** A number of the last 24 hours, and of the 24 hours before to compare it with. */
const twoDays = z.object({ last24h: z.int(), before24h: z.int() })

/** Milliseconds within which half, or 95 of 100, of the workspaces were built; null when there was none. */
const percentiles = z.object({ p50Ms: z.number().nullable(), p95Ms: z.number().nullable() })

const overviewDay = percentiles.extend({
  day: z.iso.date(),
  signUps: z.int(),
  failures: z.int().describe('Runs of every kind that ended as failed'),
})
export type OverviewDay = z.infer<typeof overviewDay>

const share = z.object({ value: z.string(), count: z.int() })
export type OverviewShare = z.infer<typeof share>

/** The whole fleet in numbers. */
export const overview = z.object({
  at: z.iso.datetime().describe('When this was so, by the clock of the database'),
  tenants: z.int().describe('All that are not deleted'),
  openTenants: z.int().describe('Those in which people can work'),
  openRuns: z.int().describe('Runs that wait or are under way'),
  signUps: twoDays,
  failures: twoDays,
  provisioning: percentiles.extend({ runs: z.int() }).describe('Sign-ups that were finished in 24 hours'),
  days: z.array(overviewDay).describe('The last 30 days, the oldest first'),
  byStatus: z.array(share),
  byPlan: z.array(share).describe('Without deleted tenants'),
  byIndustry: z.array(share).describe('Without deleted tenants'),
})
export type Overview = z.infer<typeof overview>
