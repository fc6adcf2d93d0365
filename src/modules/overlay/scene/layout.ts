import { z } from 'zod'

/** Where a widget may stand. Widgets of one place stand below each other, in the order of the layout. */
export const overlayPlaces = [
  'top-left',
  'top-center',
  'top-right',
  'bottom-left',
  'bottom-center',
  'bottom-right',
] as const
export type OverlayPlace = (typeof overlayPlaces)[number]

const placed = {
  place: z.enum(overlayPlaces),
  /** in percent of its usual size */
  size: z.int().min(50).max(200).default(100),
}

/** What a stage can show, each with what can be chosen about it. */
export const overlayWidget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('goals'), ...placed, rows: z.int().min(1).max(6).default(3) }),
  z.object({
    kind: z.literal('tips'),
    ...placed,
    rows: z.int().min(1).max(6).default(3),
    /** how long a tip stays, in seconds; 0 until newer ones push it out */
    seconds: z.int().min(0).max(600).default(0),
  }),
  z.object({
    kind: z.literal('leaderboard'),
    ...placed,
    rows: z.int().min(3).max(10).default(5),
    period: z.enum(['daily', 'all-time', 'in-turn']).default('in-turn'),
  }),
  z.object({
    kind: z.literal('ticker'),
    ...placed,
    /** how long each text is shown, in seconds */
    seconds: z.int().min(3).max(120).default(8),
  }),
])
export type OverlayWidget = z.infer<typeof overlayWidget>
export type OverlayWidgetKind = OverlayWidget['kind']

/** Which widgets a stage shows and where; each kind at most once. */
export const overlayLayout = z.object({
  widgets: z
    .array(overlayWidget)
    .max(4)
    .refine(
      (widgets) => new Set(widgets.map(({ kind }) => kind)).size === widgets.length,
      'Each widget can be shown once.',
    ),
})
export type OverlayLayout = z.infer<typeof overlayLayout>

/** What an overlay shows until somebody chooses. */
export const defaultLayout: OverlayLayout = overlayLayout.parse({
  widgets: [
    { kind: 'goals', place: 'top-left' },
    { kind: 'leaderboard', place: 'top-right' },
    { kind: 'tips', place: 'bottom-left' },
    { kind: 'ticker', place: 'bottom-center' },
  ],
})
