'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { basin, hull, placeBollards, placeTicks, ropeOf, view } from './berth-plan.ts'

interface BerthDrawingProps {
  /** How far in the vessel is, from 0 (outside) to 1 (in its berth). */
  progress: number
  /** Bollards on the quay, and how many of them are lit. */
  bollards: number
  lit: number
  /** Painted on the vessel; null for a berth without one. */
  initials: string | null
  /** The vessel is made fast at every bollard. */
  moored?: boolean
  /** Fills a card from edge to edge. */
  flat?: boolean
}

const Plan = chakra('svg', {
  base: {
    display: 'block',
    w: '100%',
    h: 'auto',
    bg: 'accent.subtle',
    '& text': { fontFamily: 'body', fontWeight: '600', fontSize: '20px', letterSpacing: '0.03em' },
  },
  variants: { flat: { true: {}, false: { borderRadius: 'panel' } } },
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
    fill: 'bg.panel',
    stroke: 'border.control',
    strokeWidth: '1.5',
    transitionProperty: 'fill, stroke',
    transitionDuration: 'slow',
    '&[data-lit]': { fill: 'accent', stroke: 'accent' },
  },
})

/** A vessel coming into its berth, seen from above as on a harbour plan. Each finished step lights a bollard. */
export function BerthDrawing(props: BerthDrawingProps) {
  const { progress, bollards, lit, initials, moored = false, flat = false } = props
  const x = hull.outside + (hull.inside - hull.outside) * Math.max(0, Math.min(1, progress))
  const places = placeBollards(bollards)
  return (
    <Plan flat={flat} viewBox={`0 0 ${view.width} ${view.height}`} aria-hidden>
      <chakra.g fill="none" stroke="accent.border" strokeWidth="1" opacity="0.7">
        <path d="M0 30c60-16 96 12 150 0s60-14 84-6" />
        <path d="M0 64c48-12 88 10 140 0s62-10 84-4" />
        <path d="M0 98c60-14 92 12 150 2s58-12 80-6" />
      </chakra.g>
      <chakra.path d={basin.land} fill="bg.emphasized" />
      <chakra.path
        d={basin.edge}
        fill="none"
        stroke="border.control"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <chakra.path d={placeTicks()} stroke="border.control" strokeWidth="1" />
      {places.map((place, index) => (
        <Rope
          key={index}
          d={ropeOf(place)}
          data-fast={moored || undefined}
          transitionDelay={`${index * 35}ms`}
        />
      ))}
      {initials !== null && (
        <Vessel css={{ transform: `translateX(${x}px)` }}>
          <chakra.path
            d={hull.outline}
            fill="bg.panel"
            stroke="accent"
            strokeWidth="2.5"
            strokeLinejoin="round"
          />
          <chakra.path
            d={hull.deck}
            fill="none"
            stroke="accent.border"
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
          <chakra.text
            x={hull.middle}
            y={view.height / 2 + 1}
            fill="accent.fg"
            textAnchor="middle"
            dominantBaseline="central"
          >
            {initials}
          </chakra.text>
        </Vessel>
      )}
      {places.map((place, index) => (
        <Bollard key={index} cx={place.x} cy={place.y} r="4.5" data-lit={index < lit || undefined} />
      ))}
    </Plan>
  )
}
