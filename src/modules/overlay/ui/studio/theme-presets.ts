import { defaultTheme, type OverlayTheme } from '../../scene/theme.ts'

export type ThemePreset = { value: string; label: string; theme: OverlayTheme }

/** Looks to begin with. */
export const themePresets: readonly ThemePreset[] = [
  { value: 'harbour', label: 'Harbour', theme: defaultTheme },
  {
    value: 'paper',
    label: 'Paper',
    theme: {
      ...defaultTheme,
      accent: '#0b5f66',
      text: '#142023',
      panel: '#ffffff',
      panelOpacity: 92,
      cornerRadius: 8,
    },
  },
  {
    value: 'arcade',
    label: 'Arcade',
    theme: {
      ...defaultTheme,
      accent: '#ffd23f',
      text: '#ffffff',
      panel: '#2b0a4f',
      panelOpacity: 88,
      cornerRadius: 0,
      font: 'mono',
    },
  },
  {
    value: 'ember',
    label: 'Ember',
    theme: {
      ...defaultTheme,
      accent: '#ffa94d',
      text: '#fff4e6',
      panel: '#1c0f0a',
      panelOpacity: 82,
      cornerRadius: 24,
      font: 'rounded',
    },
  },
  {
    value: 'bare',
    label: 'Bare',
    theme: { ...defaultTheme, accent: '#7fe3e1', panelOpacity: 0, cornerRadius: 0, outline: true },
  },
]
