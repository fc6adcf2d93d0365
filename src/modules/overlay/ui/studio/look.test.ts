import { describe, expect, it } from 'vitest'
import { defaultLayout, overlayLayout } from '../../scene/layout.ts'
import { defaultTheme } from '../../scene/theme.ts'
import { lookForm, toLayout, toLookForm, widgetKinds } from './look.ts'

describe('the look of an overlay', () => {
  it('comes back from the form as it was', () => {
    const form = toLookForm(defaultTheme, defaultLayout)
    expect(lookForm.parse(form)).toEqual(form)
    const kinds = defaultLayout.widgets.map(({ kind }) => kind)
    expect(toLayout(form, kinds)).toEqual(defaultLayout)
  })

  it('leaves out what is not shown, and remembers nothing of one form in the next', () => {
    const form = toLookForm(defaultTheme, { widgets: [] })
    expect(toLayout(form, widgetKinds)).toEqual({ widgets: [] })
    form.goals.shown = true
    form.goals.rows = 6
    expect(toLookForm(defaultTheme, { widgets: [] }).goals).toMatchObject({ shown: false, rows: 3 })
    expect(overlayLayout.safeParse(toLayout(form, widgetKinds)).success).toBe(true)
  })

  it('says at the field what is out of bounds', () => {
    const form = toLookForm(defaultTheme, defaultLayout)
    const bad = { ...form, goals: { ...form.goals, rows: Number.NaN }, tips: { ...form.tips, seconds: 601 } }
    expect(
      lookForm.safeParse(bad).error?.issues.map(({ path, message }) => [path.join('.'), message]),
    ).toEqual([
      ['goals.rows', 'A number from 1 to 6.'],
      ['tips.seconds', 'At most 600.'],
    ])
  })
})
