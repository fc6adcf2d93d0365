import { z } from 'zod'

/** One place where a person is signed in. */
export const sessionSummary = z.object({
  id: z.uuid(),
  kind: z.enum(['web', 'api']).describe('web: a browser; api: a program that signed in with a password'),
  device: z.string().describe('browser and system in words, as far as they are known'),
  ip: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().describe('to within five minutes'),
  expiresAt: z.iso.datetime(),
  isCurrent: z.boolean().describe('the session this very call is made with'),
})
export type SessionSummary = z.infer<typeof sessionSummary>
