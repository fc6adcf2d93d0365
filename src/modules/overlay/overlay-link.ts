import { z } from 'zod'

const name = z.string().trim().min(1, 'Enter a name.').max(60, 'At most 60 characters.')

export const newLinkInput = z.object({ name })
export const linkAddress = z.object({ id: z.string() })

/** A link as it is listed: what it opens it with is not known any more. */
export const overlayLink = z.object({
  id: z.guid(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  /** to the minute; null for one that was never opened */
  lastUsedAt: z.iso.datetime().nullable(),
})
export type OverlayLink = z.infer<typeof overlayLink>

/** A link with its secret, which is shown once. */
export const newOverlayLink = overlayLink.extend({ token: z.string(), url: z.url() })
export type NewOverlayLink = z.infer<typeof newOverlayLink>

/** Address of the public overlay page below a workspace. The token is its fragment, which no server is sent. */
export const OVERLAY_PATH = '/public/overlay'
