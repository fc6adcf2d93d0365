import { z } from 'zod'
import { node } from './node.ts'

/** How a part of the installation stands. `attention`: it works, and somebody should look at it. */
export const healthStates = ['ok', 'attention', 'failing'] as const
export type HealthState = (typeof healthStates)[number]

/** What is said of every part, and what is known of it where it could be asked. */
function part<Details extends z.ZodType>(details: Details) {
  return z.object({
    state: z.enum(healthStates),
    summary: z.string().describe('How it stands, in one sentence'),
    advice: z.string().nullable().describe('What to do, where there is something to do'),
    details: details.nullable().describe('null when it did not answer in time'),
  })
}

const database = part(
  z.object({
    version: z.string(),
    isEmbedded: z.boolean().describe('It was started by Berth, on this machine'),
    sizeBytes: z
      .number()
      .nullable()
      .describe('As it was at most ten minutes ago; null while it is being found out'),
    latencyMs: z.number().describe('A question and its answer'),
    connections: z.object({
      used: z.int().describe('Of the whole server, other databases included'),
      limit: z.int(),
      groups: z.array(z.object({ application: z.string(), state: z.string(), count: z.int() })),
    }),
    longestTransaction: z
      .object({ seconds: z.number(), application: z.string(), state: z.string() })
      .nullable(),
    replicas: z.int(),
  }),
)
const redis = part(z.object({ use: z.enum(['off', 'up', 'down']) }))
const processes = part(z.object({ nodes: z.array(node) }))
const queue = part(
  z.object({
    waiting: z.int().describe('Jobs that are due and that nobody has taken'),
    running: z.int(),
    failing: z.int().describe('Jobs that have failed and are tried again'),
    lost: z.int().describe('Jobs that have failed for good'),
    oldestSeconds: z.number().nullable().describe('How long the oldest job is overdue'),
    failures: z.array(
      z.object({
        task: z.string(),
        attempts: z.int(),
        maxAttempts: z.int(),
        nextAt: z.iso.datetime(),
        error: z.string(),
      }),
    ),
  }),
)
const disk = part(
  z.object({
    places: z.array(
      z.object({
        purpose: z.enum(['data', 'files']),
        path: z.string(),
        freeBytes: z.number(),
        totalBytes: z.number(),
      }),
    ),
    filesAre: z.enum(['here', 'in a bucket']),
  }),
)
const versions = part(
  z.object({
    app: z.string(),
    runtime: z.string(),
    commit: z.string().nullable(),
    deployedAt: z.iso.datetime().nullable(),
    startedAt: z.iso.datetime(),
    migrations: z.int().describe('Those of the control plane that are applied'),
    newestMigration: z.string().nullable(),
  }),
)
const configuration = part(
  z.object({
    findings: z.array(
      z.object({ name: z.string(), state: z.enum(['missing', 'weak', 'left-over']), hint: z.string() }),
    ),
  }),
)
const mail = part(
  z.object({
    transport: z.enum(['smtp', 'none']),
    waiting: z.int(),
    failed24h: z.int(),
    lastSentAt: z.iso.datetime().nullable(),
  }),
)

export const health = z.object({
  at: z.iso.datetime(),
  state: z.enum(healthStates).describe('The worst of all parts'),
  parts: z.object({ database, processes, queue, redis, disk, mail, configuration, versions }),
})
export type Health = z.infer<typeof health>
export type HealthParts = Health['parts']
export type HealthPartName = keyof HealthParts
/** What is known of a part. */
export type HealthDetails<Name extends HealthPartName> = NonNullable<HealthParts[Name]['details']>

/** The worst of some states. */
export function worstState(states: readonly HealthState[]): HealthState {
  return states.reduce<HealthState>(
    (worst, state) => (healthStates.indexOf(state) > healthStates.indexOf(worst) ? state : worst),
    'ok',
  )
}
