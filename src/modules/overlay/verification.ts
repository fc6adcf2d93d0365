import { z } from 'zod'
import { namedViewer } from './stream.ts'

const username = z.string().trim().min(1, 'Enter the user name.').max(60, 'At most 60 characters.')

export const newCodeInput = z.object({ username })
export const newCode = z.object({ code: z.string(), expiresAt: z.iso.datetime() })
export type NewCode = z.infer<typeof newCode>

export const checkCodeInput = z.object({
  username,
  code: z.string().trim().max(20, 'A code has six digits.'),
})
export type CheckCodeInput = z.infer<typeof checkCodeInput>
export const openedSession = z.object({
  viewer: namedViewer,
  sessionToken: z.string(),
  expiresAt: z.iso.datetime(),
})
export type OpenedSession = z.infer<typeof openedSession>

export const sessionInput = z.object({ sessionToken: z.string().min(1).max(200) })
export const viewerSession = z.object({ viewer: namedViewer, expiresAt: z.iso.datetime() })
export type ViewerSession = z.infer<typeof viewerSession>

export const sessionsOfViewer = z.object({ viewerId: z.guid() })
export const endedSessions = z.object({ ended: z.int().min(0) })
