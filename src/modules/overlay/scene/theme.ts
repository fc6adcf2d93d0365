import { z } from 'zod'

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'Choose a colour such as #1fa0a4.')
  .overwrite((hex) => hex.toLowerCase())

export const overlayFonts = ['sans', 'mono', 'rounded', 'serif'] as const
export type OverlayFont = (typeof overlayFonts)[number]

/**
 * How an overlay looks. Every part has a default, so that a theme stored before a part was added stays valid; what is
 * unknown is dropped. Lengths count pixels of a stage of 1920 x 1080.
 */
export const overlayTheme = z.object({
  accent: colour.default('#3bbdbe'),
  text: colour.default('#ffffff'),
  panel: colour.default('#091113'),
  /** how much of the picture a panel hides, in percent; at 0 text stands on the picture */
  panelOpacity: z.int().min(0).max(100).default(84),
  cornerRadius: z.int().min(0).max(40).default(16),
  font: z.enum(overlayFonts).default('sans'),
  /** a dark edge around letters, for text on moving pictures */
  outline: z.boolean().default(false),
})
export type OverlayTheme = z.infer<typeof overlayTheme>

/** What an overlay looks like until somebody chooses. */
export const defaultTheme: OverlayTheme = overlayTheme.parse({})
