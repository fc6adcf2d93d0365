import { describe, expect, it } from 'vitest'
import { defaultTheme } from '../../scene/theme.ts'
import { judgeContrast } from './judge-contrast.ts'
import { themePresets } from './theme-presets.ts'

const judge = (changes: Partial<typeof defaultTheme>) => judgeContrast({ ...defaultTheme, ...changes })

describe('judgeContrast', () => {
  it('has nothing to say against the look that everybody begins with', () => {
    expect(judge({}).level).toBe('good')
  })

  it('counts the picture that shines through the panel', () => {
    expect(judge({ panel: '#000000', panelOpacity: 100 }).level).toBe('good')
    expect(judge({ panel: '#000000', panelOpacity: 20 })).toMatchObject({
      level: 'poor',
      sentence: expect.stringContaining('over bright pictures') as string,
    })
  })

  it('counts the accent, in which amounts are written', () => {
    expect(judge({ accent: '#222222', panelOpacity: 100 }).sentence).toContain('The accent')
  })

  it('knows that light letters with a dark edge need no panel', () => {
    expect(judge({ panelOpacity: 0, outline: true }).level).toBe('enough')
    expect(judge({ panelOpacity: 0, outline: true, text: '#111111' }).level).toBe('poor')
  })

  it('cuts the ratio and never rounds it up to what is asked for', () => {
    expect(judge({ panel: '#000000', panelOpacity: 100, text: '#ffffff', accent: '#ffffff' }).ratio).toBe(21)
  })

  it.each(themePresets)('lets $label be read', ({ theme }) => {
    expect(judgeContrast(theme).level).not.toBe('poor')
  })
})
