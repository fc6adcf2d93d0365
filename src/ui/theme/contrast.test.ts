import { describe, expect, it } from 'vitest'
import { getContrast } from './contrast.ts'
import { accent, chart, hues, status, surfaces, type ModePair } from './semantic-colors.ts'

const modes = ['light', 'dark'] as const
const grounds = [surfaces.bg.DEFAULT, surfaces.bg.subtle, surfaces.bg.panel, surfaces.bg.raised]

function expectContrast(ink: ModePair, ground: ModePair, atLeast: number): void {
  for (const mode of modes) {
    expect(
      getContrast(ink[mode], ground[mode]),
      `${mode} ${ink[mode]} on ${ground[mode]}`,
    ).toBeGreaterThanOrEqual(atLeast)
  }
}

describe('getContrast', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(getContrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(getContrast('#188087', '#188087')).toBe(1)
  })

  it('matches a published pair, in either order', () => {
    expect(getContrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(getContrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2)
  })

  it('refuses what is not #rrggbb', () => {
    expect(() => getContrast('teal', '#ffffff')).toThrow('teal')
  })
})

describe('colours in both modes', () => {
  it('reads body text at AAA on every ground', () => {
    for (const ground of [...grounds, surfaces.bg.muted]) expectContrast(surfaces.fg.DEFAULT, ground, 7)
  })

  it('reads muted and subtle text at AA on every ground', () => {
    for (const ground of grounds) {
      expectContrast(surfaces.fg.muted, ground, 4.5)
      expectContrast(surfaces.fg.subtle, ground, 4.5)
    }
    expectContrast(surfaces.fg.muted, surfaces.bg.muted, 4.5)
  })

  it('reads error, warning, success, info and accent text at AA on the grounds and on their tints', () => {
    const { error, warning, success, info } = surfaces.fg
    for (const ground of grounds) {
      for (const ink of [error, warning, success, info, accent.fg]) expectContrast(ink, ground, 4.5)
    }
    expectContrast(error, surfaces.bg.error, 4.5)
    expectContrast(warning, surfaces.bg.warning, 4.5)
    expectContrast(success, surfaces.bg.success, 4.5)
    expectContrast(info, surfaces.bg.info, 4.5)
  })

  it('reads the label of a solid button at AA in each hue, hovered too', () => {
    for (const hue of Object.values(hues)) {
      expectContrast(hue.contrast, hue.solid, 4.5)
      expectContrast(hue.fg, hue.subtle, 4.5)
      expectContrast(hue.fg, hue.muted, 4.5)
      expectContrast(hue.fg, hue.emphasized, 4.5)
    }
    expectContrast(accent.contrast, accent.hover, 4.5)
  })

  it('reads each state at AA on its tint and on panels', () => {
    for (const state of Object.values(status)) {
      expectContrast(state.fg, state.bg, 4.5)
      expectContrast(state.fg, surfaces.bg.panel, 4.5)
    }
  })

  it('shows each series of a chart at 3:1 on a panel', () => {
    for (const color of Object.values(chart)) expectContrast(color, surfaces.bg.panel, 3)
  })

  it('shows control borders and focus rings at 3:1 on every ground', () => {
    for (const ground of grounds) {
      expectContrast(surfaces.border.control, ground, 3)
      expectContrast(surfaces.border.error, ground, 3)
      for (const hue of Object.values(hues)) expectContrast(hue.focusRing, ground, 3)
    }
  })
})
