import { z } from 'zod'
import {
  overlayPlaces,
  overlayWidget,
  type OverlayLayout,
  type OverlayPlace,
  type OverlayWidget,
  type OverlayWidgetKind,
} from '../../scene/layout.ts'
import { overlayTheme, type OverlayTheme } from '../../scene/theme.ts'

/** Texts of the fields in which nothing, or no number, was typed. */
const whole = (range: { min: number; max: number }) =>
  z
    .number(`A number from ${range.min} to ${range.max}.`)
    .pipe(
      z
        .int('A whole number, please.')
        .min(range.min, `At least ${range.min}.`)
        .max(range.max, `At most ${range.max}.`),
    )

const placed = { shown: z.boolean(), place: z.enum(overlayPlaces), size: z.enum(['75', '100', '125', '150']) }

/** What the studio edits: a theme, and every kind of widget whether it is shown or not. */
export const lookForm = z.object({
  // A form says all of it; what is not there was emptied, and is no default.
  theme: overlayTheme.required(),
  goals: z.object({ ...placed, rows: whole({ min: 1, max: 6 }) }),
  tips: z.object({
    ...placed,
    rows: whole({ min: 1, max: 6 }),
    seconds: whole({ min: 0, max: 600 }),
  }),
  leaderboard: z.object({
    ...placed,
    rows: whole({ min: 3, max: 10 }),
    period: z.enum(['daily', 'all-time', 'in-turn']),
  }),
  ticker: z.object({ ...placed, seconds: whole({ min: 3, max: 120 }) }),
})
export type LookForm = z.infer<typeof lookForm>

const hidden: Omit<LookForm, 'theme'> = {
  goals: { shown: false, place: 'top-left', size: '100', rows: 3 },
  tips: { shown: false, place: 'bottom-left', size: '100', rows: 3, seconds: 0 },
  leaderboard: { shown: false, place: 'top-right', size: '100', rows: 5, period: 'in-turn' },
  ticker: { shown: false, place: 'bottom-center', size: '100', seconds: 8 },
}

/** A stored look as the studio's form has it. */
export function toLookForm(theme: OverlayTheme, layout: OverlayLayout): LookForm {
  const form = structuredClone({ theme, ...hidden })
  for (const widget of layout.widgets) {
    const { kind, size, ...rest } = widget
    Object.assign(form[kind], { ...rest, size: nearestSize(size), shown: true })
  }
  return form
}

/** The layout that a sound form describes, in the order of `order`; widgets that are not shown leave no trace. */
export function toLayout(form: LookForm, order: readonly OverlayWidgetKind[]): OverlayLayout {
  const widgets = order.flatMap((kind): OverlayWidget[] => {
    const { shown, size, ...rest } = form[kind]
    return shown ? [overlayWidget.parse({ kind, size: Number(size), ...rest })] : []
  })
  return { widgets }
}

/** The order of a stored layout, with what it does not show behind. */
export function orderOf(layout: OverlayLayout): OverlayWidgetKind[] {
  return [...new Set([...layout.widgets.map(({ kind }) => kind), ...widgetKinds])]
}

export const widgetKinds = [
  'goals',
  'tips',
  'leaderboard',
  'ticker',
] as const satisfies readonly OverlayWidgetKind[]

export const placeNames: Record<OverlayPlace, string> = {
  'top-left': 'Top left',
  'top-center': 'Top centre',
  'top-right': 'Top right',
  'bottom-left': 'Bottom left',
  'bottom-center': 'Bottom centre',
  'bottom-right': 'Bottom right',
}

const SIZES = ['75', '100', '125', '150'] as const

function nearestSize(size: number): (typeof SIZES)[number] {
  return SIZES.reduce((nearest, next) =>
    Math.abs(Number(next) - size) < Math.abs(Number(nearest) - size) ? next : nearest,
  )
}
