import { z } from 'zod'
import { pointSourceNames } from './point-source.ts'

/** Most points of one entry. */
const MAX_POINTS = 1_000_000_000
/** Most viewers that get points by one call. */
export const MAX_AWARDED = 500

const username = z.string().trim().min(1, 'Enter the user name.').max(60, 'At most 60 characters.')
const points = z.int().min(1, 'At least 1.').max(MAX_POINTS, 'At most 1,000,000,000.')
const description = z.string().trim().max(300, 'At most 300 characters.').optional()
const source = z.enum(pointSourceNames)

/** Whom it is about: by id, or by user name, upper and lower case alike. Given both, the id counts. */
const ofViewer = { viewerId: z.guid().optional(), username: username.optional() }

export const namedViewer = z.object({ id: z.guid(), username: z.string() })
export type NamedViewer = z.infer<typeof namedViewer>

export const awardInput = z.object({
  ...ofViewer,
  amount: points,
  source: source.exclude(['spend']).default('admin'),
  description,
})
export type AwardInput = z.infer<typeof awardInput>

export const spendInput = z.object({
  ...ofViewer,
  amount: points,
  source: source.extract(['spend', 'gamble', 'duel', 'admin']).default('spend'),
  description,
})
export type SpendInput = z.infer<typeof spendInput>

export const movedPoints = z.object({
  transactionId: z.guid(),
  viewer: namedViewer,
  /** negative where points went */
  amount: z.int(),
  /** what the viewer has behind it */
  balance: z.int(),
})
export type MovedPoints = z.infer<typeof movedPoints>

export const awardManyInput = z.object({
  awards: z
    .array(z.object({ username, amount: points }))
    .min(1, 'Name at least one viewer.')
    .max(MAX_AWARDED, 'At most 500 viewers at a time.'),
  source: source.exclude(['spend']).default('watch'),
  description,
})
export type AwardManyInput = z.infer<typeof awardManyInput>
export const awardedMany = z.object({ viewers: z.int(), points: z.int() })
export type AwardedMany = z.infer<typeof awardedMany>

/** Which powerup: by id, or by its key. */
const ofPowerup = { powerupId: z.guid().optional(), powerupKey: z.string().trim().max(40).optional() }

export const purchaseInput = z.object({
  ...ofViewer,
  ...ofPowerup,
  quantity: z.int().min(1, 'At least 1.').max(1000, 'At most 1,000.').default(1),
})
export type PurchaseInput = z.infer<typeof purchaseInput>

export const purchased = z.object({
  purchaseId: z.guid(),
  viewer: namedViewer,
  powerup: z.object({ id: z.guid(), key: z.string(), name: z.string() }),
  quantity: z.int(),
  /** of all of them together, in points */
  cost: z.int(),
  balance: z.int(),
  /** how many of them the viewer has now */
  inInventory: z.int(),
  /** how many are left on sale; null where there is no end of them */
  stock: z.int().nullable(),
})
export type Purchased = z.infer<typeof purchased>

export const consumeInput = z.object({ ...ofViewer, ...ofPowerup })
export type ConsumeInput = z.infer<typeof consumeInput>
export const consumed = z.object({ viewer: namedViewer, inInventory: z.int() })
export type Consumed = z.infer<typeof consumed>

export const tipInput = z.object({
  ...ofViewer,
  /** shown on stage; without it the viewer's user name */
  fromName: z.string().trim().min(1).max(60, 'At most 60 characters.').optional(),
  amountCents: z.int().min(1, 'At least one cent.').max(100_000_000, 'At most 1,000,000.00.'),
  /** ISO 4217; without it the currency of the workspace. In another one a tip moves no goal by its amount */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Choose a currency, such as EUR.')
    .optional(),
  message: z.string().trim().max(300, 'At most 300 characters.').optional(),
  /** the provider's own name for the tip: sent again, it counts once */
  externalId: z.string().trim().min(1).max(120).optional(),
  /** points the viewer gets for it */
  points: points.optional(),
  /** is shown on stage for a look at it, and counts nowhere */
  isTest: z.boolean().default(false),
})
export type TipInput = z.infer<typeof tipInput>
export const recordedTip = z.object({
  tipId: z.guid(),
  viewer: namedViewer.nullable(),
  /** true when the provider had sent it before */
  isKnown: z.boolean(),
  /** what the viewer has behind the points they got; null when there were none */
  balance: z.int().nullable(),
})
export type RecordedTip = z.infer<typeof recordedTip>

export const dropInput = z.object({
  ...ofViewer,
  score: z.int().min(0).max(1_000_000),
  isPerfect: z.boolean().default(false),
  /** the key of a powerup; one is taken from what the viewer has */
  powerupUsed: z.string().trim().min(1).max(40).optional(),
  /** points the viewer gets for it */
  points: points.optional(),
})
export type DropInput = z.infer<typeof dropInput>
export const recordedDrop = z.object({
  dropId: z.guid(),
  viewer: namedViewer,
  dropPoints: z.int(),
  totalDrops: z.int(),
  balance: z.int(),
})
export type RecordedDrop = z.infer<typeof recordedDrop>
