import { z } from 'zod'
import { pageOutput } from '#src/shared/pagination.ts'
import { runEvent, runKinds, runSnapshot, runStates } from './run.ts'

/** Most runs that may be asked for by their ids at once. */
export const MAX_RUN_IDS = 100
/** Events of a run that one answer holds at most. */
export const MAX_RUN_EVENTS = 500

/** A run in a list: all that its watchers see of it, and whose it is. */
export const runRow = runSnapshot.extend({
  subdomain: z.string(),
  businessName: z.string(),
  modules: z.array(z.string()).describe('The modules it is about'),
  durationMs: z.number().nullable().describe('What the last attempt took, once it has ended'),
})
export type RunRow = z.infer<typeof runRow>

const moment = z.iso.datetime({ offset: true, error: 'This is no moment in time.' })

/** Several values; in an address they are separated by commas. */
function oneOrMore<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (given) => (typeof given === 'string' ? given.split(',') : given),
    z.array(item).min(1).max(MAX_RUN_IDS),
  )
}

/** What a list of runs can be narrowed to. */
export const runFilters = z.object({
  state: oneOrMore(z.enum(runStates)).optional().describe('States, such as `pending,running`'),
  kind: oneOrMore(z.enum(runKinds)).optional().describe('Kinds, such as `enable-module,disable-module`'),
  from: moment.optional().describe('Runs that were asked for at this moment or later'),
  to: moment.optional().describe('Runs that were asked for before this moment'),
  runIds: oneOrMore(z.uuid('This is not an id.'))
    .optional()
    .describe(`At most ${MAX_RUN_IDS} runs by their ids`),
})

/** Runs that one page of a list holds at most. */
const MAX_RUNS = 200

const paging = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  limit: z.coerce.number().int().min(1).max(MAX_RUNS).default(50),
}

/** A page of the runs of one tenant, asked for by its people. */
export const ownRunListInput = runFilters.extend(paging)
export const runListOutput = pageOutput(runRow)

/** The same over all tenants. */
export const fleetRunFilters = runFilters.extend({
  tenantId: z.uuid('This is not an id.').optional(),
  q: z
    .string()
    .trim()
    .max(200)
    .refine((text) => !text.includes('\0'), 'This is no text.')
    .optional()
    .describe('A part of the subdomain or the business name, or the whole id of a run'),
})
export type FleetRunFilters = z.infer<typeof fleetRunFilters>
export const fleetRunListInput = fleetRunFilters.extend(paging)

export const runAddress = z.object({ runId: z.uuid('This is not an id.') })

export const runEventsInput = runAddress.extend({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(2_147_483_647)
    .default(0)
    .describe('Number of the last event known'),
})

/** Events in the order they were stored; ask again with the number of the last one until there are none. */
export const runEventsOutput = z.object({ items: z.array(runEvent) })

/** What may be done with a run as it stands. The server decides; a screen only shows the buttons. */
export const runMoves = ['retry', 'cancel', 'rollback'] as const
export type RunMove = (typeof runMoves)[number]
