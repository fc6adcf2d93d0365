/** A rectangle in the window, in px. */
export interface Box {
  top: number
  left: number
  width: number
  height: number
}

interface PlaceOptions {
  anchor: Box
  /** Size the floating thing would like to have. */
  width: number
  height: number
  windowWidth: number
  windowHeight: number
  /** Which edges line up. */
  align: 'start' | 'center' | 'end'
  /** Where it goes if there is room. */
  side: 'above' | 'below'
}

const gap = 6
const margin = 8

/** Where a floating thing goes: beside its anchor, on the other side if that has more room, never off the window. */
export function place(options: PlaceOptions): { top: number; left: number; maxHeight: number } {
  const { anchor, width, height, windowWidth, windowHeight, align } = options
  const roomAbove = anchor.top - gap - margin
  const roomBelow = windowHeight - anchor.top - anchor.height - gap - margin
  const above =
    options.side === 'above'
      ? roomAbove >= height || roomAbove > roomBelow
      : roomBelow < height && roomAbove > roomBelow
  const maxHeight = Math.max(above ? roomAbove : roomBelow, 80)
  const shown = Math.min(height, maxHeight)
  const top = above ? anchor.top - gap - shown : anchor.top + anchor.height + gap
  const shift = align === 'start' ? 0 : align === 'end' ? anchor.width - width : (anchor.width - width) / 2
  const left = Math.max(margin, Math.min(anchor.left + shift, windowWidth - width - margin))
  return { top, left, maxHeight }
}
