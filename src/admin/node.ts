import { z } from 'zod'

/** Seconds between two signs of life of a process. */
export const HEARTBEAT_SECONDS = 10
/** Seconds without one after which a process counts as lost. */
export const LOST_AFTER_SECONDS = 30

export const nodeKinds = ['web', 'worker'] as const
export type NodeKind = (typeof nodeKinds)[number]

/** One process of the installation. */
export const node = z.object({
  id: z.uuid(),
  kind: z.enum(nodeKinds),
  takesJobs: z.boolean(),
  host: z.string(),
  pid: z.int(),
  version: z.string(),
  commit: z.string().nullable(),
  runtime: z.string().describe('The version of Node it runs on'),
  startedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  isLost: z.boolean().describe(`Nothing was heard of it for ${LOST_AFTER_SECONDS} seconds`),
})
export type Node = z.infer<typeof node>
