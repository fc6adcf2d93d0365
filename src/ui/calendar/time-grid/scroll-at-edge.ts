const EDGE_PX = 36
const STEP_PX = 12

/** Scrolls a box, and the page around it, while something is held close to their edges. */
export function scrollAtEdge(box: HTMLElement, { x, y }: { x: number; y: number }): void {
  const { left, right, top, bottom } = box.getBoundingClientRect()
  const isTall = box.scrollHeight > box.clientHeight + 1
  const upper = isTall ? Math.max(top, 0) : 0
  const lower = isTall ? Math.min(bottom, window.innerHeight) : window.innerHeight
  const down = y > lower - EDGE_PX ? STEP_PX : y < upper + EDGE_PX ? -STEP_PX : 0
  const across = x > right - EDGE_PX ? STEP_PX : x < left + EDGE_PX ? -STEP_PX : 0
  box.scrollBy(across, isTall ? down : 0)
  if (!isTall && down !== 0) window.scrollBy(0, down)
}
