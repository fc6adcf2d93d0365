import { z } from 'zod'
import { overlayLayout } from './scene/layout.ts'
import { overlayTheme } from './scene/theme.ts'

const words = z.string().trim().min(1).max(60, 'At most 60 characters.').nullable()

/** Who streams here. */
export const streamerProfile = z.object({
  kickUserId: words,
  username: words,
  displayName: words,
  avatarUrl: z
    .url({ protocol: /^https$/, error: 'Enter an address that begins with https://.' })
    .max(500, 'At most 500 characters.')
    .nullable(),
})
export type StreamerProfile = z.infer<typeof streamerProfile>
/** What is not given stays. */
export const profileChanges = streamerProfile.partial()

/** How the stage is set up. */
export const stageSettings = z.object({
  profile: streamerProfile,
  theme: overlayTheme,
  layout: overlayLayout,
})
export type StageSettings = z.infer<typeof stageSettings>

/** Themes and layouts are replaced as a whole. */
export const stageChanges = z.object({
  theme: overlayTheme.optional(),
  layout: overlayLayout.optional(),
  profile: profileChanges.optional(),
})
export type StageChanges = z.infer<typeof stageChanges>
