/** Geometry of the drawing of a berth, in units of its view box. */
export const view = { width: 640, height: 128 }

const middle = view.height / 2
const quay = { mouth: 236, end: 616, top: 24, bottom: view.height - 24 }
const beam = 50
const length = 272
const bow = length - 66

/** The quay around the water: land above, below and at the end; the edge is where ships lie. */
export const basin = {
  land: `M${quay.mouth} 0H${view.width}V${view.height}H${quay.mouth}V${quay.bottom}H${quay.end}V${quay.top}H${quay.mouth}Z`,
  edge: `M${quay.mouth} 0V${quay.top}H${quay.end}V${quay.bottom}H${quay.mouth}V${view.height}`,
}

/** The vessel, drawn from its stern at x = 0, and where its stern lies at sea and in the berth. */
export const hull = {
  outside: -56,
  inside: 314,
  middle: length * 0.4,
  outline: outlineOf(0),
  deck: outlineOf(8),
}

export type Place = { x: number; y: number }

/** Bollards in turn on the two long quays, from the mouth of the berth inwards. */
export function placeBollards(count: number): Place[] {
  const first = quay.mouth + 36
  const gap = (quay.end - 36 - first) / Math.max(1, count - 1)
  return Array.from({ length: count }, (_, index) => ({
    x: Math.round(first + gap * index),
    y: index % 2 === 0 ? quay.top / 2 : view.height - quay.top / 2,
  }))
}

/** A rope from a bollard to the nearest straight piece of the moored vessel's side. */
export function ropeOf({ x, y }: Place): string {
  const centre = hull.inside + bow / 2
  const reached = x + (centre - x) * 0.2
  const onHull = Math.max(hull.inside + 12, Math.min(hull.inside + bow, reached))
  const side = y < middle ? middle - beam / 2 : middle + beam / 2
  return `M${x} ${y}L${Math.round(onHull)} ${side}`
}

/** Marks along the quays like those of a ruler. */
export function placeTicks(): string {
  const ticks: string[] = []
  for (let x = quay.mouth + 12; x < quay.end; x += 12) {
    ticks.push(`M${x} ${quay.top}v-4M${x} ${quay.bottom}v4`)
  }
  return ticks.join('')
}

function outlineOf(inset: number): string {
  const top = middle - beam / 2 + inset
  const bottom = middle + beam / 2 - inset
  const stern = inset
  const tip = length - inset * 1.6
  const shoulder = bow - inset * 0.4
  const corner = 10 - inset / 2
  return (
    `M${stern + corner} ${top}H${shoulder}` +
    `C${shoulder + 38} ${top} ${tip - 10} ${middle - 10} ${tip} ${middle}` +
    `C${tip - 10} ${middle + 10} ${shoulder + 38} ${bottom} ${shoulder} ${bottom}` +
    `H${stern + corner}Q${stern} ${bottom} ${stern} ${bottom - corner}V${top + corner}Q${stern} ${top} ${stern + corner} ${top}Z`
  )
}
