import { z } from 'zod'

const provider = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use small letters, digits and hyphens, such as kick.')
const secret = z.string().min(1, 'Enter the token.').max(4000, 'At most 4,000 characters.')

export const providerAddress = z.object({ provider })

export const providerTokenInput = z.object({
  provider,
  accessToken: secret,
  refreshToken: secret.nullish(),
  expiresAt: z.iso.datetime({ offset: true }).nullish(),
  scope: z.string().max(500, 'At most 500 characters.').nullish(),
})
export type ProviderTokenInput = z.infer<typeof providerTokenInput>

/** What is told of a token: its last four characters, so that people know which one it is. */
export const storedProviderToken = z.object({
  provider: z.string(),
  accessTokenEnd: z.string(),
  refreshTokenEnd: z.string().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  scope: z.string().nullable(),
  updatedAt: z.iso.datetime(),
})
export type StoredProviderToken = z.infer<typeof storedProviderToken>
