'use client'

import { chakra } from '@chakra-ui/react/styled-system'

interface BerthDrawingProps {
  /** How far in the vessel is, from 0 (outside) to 1 (moored). */
  progress: number
  /** Bollards on the quay, and how many of them have a line made fast. */
  bollards: number
  fast: number
  /** Painted on the vessel. */
  initials: string
  moored?: boolean
}

const VIEW = { width: 640, height: 128 }
/** Where the quay lies, and the vessel in it. */
const QUAY = { left: 236, right: 616, top: 20, bottom: 108, wall: 10 }
const HULL = { length: 268, beam: 52, outside: -40, inside: 312 }

const Frame = chakra('svg', {
  base: {
    display: 'block',
    w: '100%',
    h: 'auto',
    borderRadius: 'panel',
    bg: 'accent.subtle',
    '& text': { fontFamily: 'body', fontWeight: '600', fontSize: '22px', letterSpacing: '0.02em' },
  },
})
const Vessel = chakra('g', {
  base: { transitionProperty: 'transform', transitionDuration: '400ms', transitionTimingFunction: 'out' },
})
const Rope = chakra('path', {
  base: {
    stroke: 'fg.muted',
    strokeWidth: '1.5',
    opacity: '0',
    transitionProperty: 'opacity',
    transitionDuration: 'slow',
    '&[data-fast]': { opacity: '1' },
  },
})
const Bollard = chakra('circle', {
  base: {
    fill: 'bg',
    stroke: 'border.control',
    strokeWidth: '1.5',
    transitionProperty: 'fill, stroke',
    transitionDuration: 'slow',
    '&[data-fast]': { fill: 'accent', stroke: 'accent' },
  },
})

/** A vessel coming into its berth, seen from above as on a chart: each finished step lights a bollard on the quay. */
export function BerthDrawing({ progress, bollards, fast, initials, moored = false }: BerthDrawingProps) {
  const x = HULL.outside + (HULL.inside - HULL.outside) * Math.max(0, Math.min(1, progress))
  return (
    <Frame viewBox={`0 0 ${VIEW.width} ${VIEW.height}`} aria-hidden>
      <chakra.g fill="none" stroke="accent.border" strokeWidth="1" opacity="0.7">
        <path d="M0 38c60-16 96 12 150 0s78-14 100-6" />
        <path d="M0 66c48-12 88 10 140 0s62-10 84-4" />
        <path d="M0 94c60-14 92 12 150 2s70-12 92-6" />
      </chakra.g>
      <chakra.path
        d={`M${QUAY.left} ${QUAY.top}H${QUAY.right}V${QUAY.bottom}H${QUAY.left}`}
        fill="none"
        stroke="fg.subtle"
        strokeWidth={QUAY.wall}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {placeBollards(bollards).map((place, index) => (
        <Rope
          key={index}
          d={`M${place.x} ${place.y}L${ropeEnd(place)}`}
          data-fast={moored || undefined}
          style={{ transitionDelay: `${index * 35}ms` }}
        />
      ))}
      <Vessel style={{ transform: `translateX(${x}px)` }}>
        <chakra.path
          d={hullPath()}
          fill="bg.panel"
          stroke="accent"
          strokeWidth="2.5"
          strokeLinejoin="round"
        />
        <chakra.text
          x={HULL.length * 0.42}
          y={VIEW.height / 2}
          fill="accent.fg"
          textAnchor="middle"
          dominantBaseline="central"
        >
          {initials}
        </chakra.text>
      </Vessel>
      {placeBollards(bollards).map((place, index) => (
        <Bollard key={index} cx={place.x} cy={place.y} r="5" data-fast={index < fast || undefined} />
      ))}
    </Frame>
  )
}

type Place = { x: number; y: number }

/** Alternating between the two long walls, from the mouth of the berth inwards. */
function placeBollards(count: number): Place[] {
  const first = QUAY.left + 28
  const gap = (QUAY.right - 28 - first) / Math.max(1, count - 1)
  return Array.from({ length: count }, (_, index) => ({
    x: Math.round(first + gap * index),
    y: index % 2 === 0 ? QUAY.top : QUAY.bottom,
  }))
}

function ropeEnd({ x, y }: Place): string {
  const middle = HULL.inside + HULL.length * 0.45
  const side = (VIEW.height + (y < VIEW.height / 2 ? -1 : 1) * HULL.beam) / 2
  return `${Math.round(x + (middle - x) * 0.18)} ${side}`
}

function hullPath(): string {
  const { length, beam } = HULL
  const top = (VIEW.height - beam) / 2
  const bottom = top + beam
  const bow = length - 64
  return `M10 ${top}H${bow}C${bow + 36} ${top} ${length - 8} ${top + beam * 0.3} ${length} ${VIEW.height / 2}C${length - 8} ${bottom - beam * 0.3} ${bow + 36} ${bottom} ${bow} ${bottom}H10Q0 ${bottom} 0 ${bottom - 10}V${top + 10}Q0 ${top} 10 ${top}Z`
}
