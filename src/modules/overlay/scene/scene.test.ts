import { describe, expect, it } from 'vitest'
import { defaultLayout, overlayLayout } from './layout.ts'
import { defaultTheme, overlayTheme } from './theme.ts'

describe('a theme', () => {
  it('that says nothing is the default one, and one of an older version gets what it lacks', () => {
    expect(overlayTheme.parse({})).toEqual(defaultTheme)
    expect(overlayTheme.parse({ accent: '#FF0000', sparkle: true })).toEqual({
      ...defaultTheme,
      accent: '#ff0000',
    })
  })

  it.each(['red', '#fff', 'url(https://elsewhere.example)', '#12345g', 'var(--x)'])(
    'never takes %s as a colour',
    (accent) => {
      expect(overlayTheme.safeParse({ accent }).success).toBe(false)
    },
  )
})

describe('a layout', () => {
  it('shows each widget once', () => {
    const widget = { kind: 'goals', place: 'top-left' }
    expect(overlayLayout.safeParse({ widgets: [widget] }).success).toBe(true)
    expect(overlayLayout.safeParse({ widgets: [widget, { ...widget, place: 'top-right' }] }).success).toBe(
      false,
    )
  })

  it('may be empty, and begins with something in it', () => {
    expect(overlayLayout.parse({ widgets: [] })).toEqual({ widgets: [] })
    expect(defaultLayout.widgets.map(({ kind }) => kind)).toContain('goals')
  })
})
