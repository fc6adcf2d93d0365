import { z } from 'zod'

/** The chain of what belongs to no tenant. */
export const PLATFORM_CHAIN = '00000000-0000-0000-0000-000000000000'

/** What can be wrong with a chain, and the sentence that says it. */
export const chainProblems = {
  gap: 'Links are missing.',
  entry_missing: 'An entry was deleted.',
  entry_changed: 'An entry was changed after it was written.',
  entry_of_other_chain: 'An entry was moved to another log.',
  entry_unlinked: 'An entry was added behind the back of the chain.',
  link_changed: 'A link was changed after it was written.',
  head_differs: 'The end of the chain is not where it was left.',
  tail_missing: 'The newest part of the log is gone: an earlier proof reaches further.',
  history_rewritten: 'The log was rewritten: an earlier proof saw another one.',
  seal_forged: 'A seal was not made by this installation.',
} as const
export type ChainProblemKind = keyof typeof chainProblems

const problemKinds = Object.keys(chainProblems) as [ChainProblemKind, ...ChainProblemKind[]]

/** The state of a chain at one moment; hashes are SHA-256 in hex. */
export const chainHead = z.object({ seq: z.number().int(), hash: z.string() })
export type ChainHead = z.infer<typeof chainHead>

/** What a check of one chain has found. */
export const chainProof = z.object({
  chain: z.uuid().describe('The tenant, or the nil UUID for the platform'),
  links: z.number().int().describe('Links that were recomputed'),
  entries: z.number().int().describe('Entries that were compared with their link'),
  head: chainHead.nullable().describe('The end of the chain; null when nothing was written yet'),
  seals: z.object({
    valid: z.number().int(),
    foreign: z.number().int().describe('Made with another secret; they prove nothing here'),
  }),
  verifiedAt: z.iso.datetime(),
  durationMs: z.number(),
  problem: z
    .object({
      kind: z.enum(problemKinds),
      message: z.string(),
      seq: z.number().int().nullable(),
      entryId: z.uuid().nullable(),
    })
    .nullable(),
})
export type ChainProof = z.infer<typeof chainProof>
export type ChainProblem = NonNullable<ChainProof['problem']>
