'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useMemo, useState } from 'react'
import type { OverlayScene } from '../../scene/scene.ts'
import { Stage } from '../stage/stage.tsx'
import { withExamples } from './example-scene.ts'

const pictures = [
  { value: 'play', label: 'Game' },
  { value: 'bright', label: 'Bright' },
  { value: 'dark', label: 'Dark' },
] as const
type Picture = (typeof pictures)[number]['value']

const Screen = chakra('div', {
  base: {
    position: 'relative',
    w: '100%',
    aspectRatio: '16 / 9',
    overflow: 'hidden',
    borderRadius: 'control',
    borderWidth: '1px',
  },
  variants: {
    picture: {
      play: {
        bg: 'linear-gradient(160deg, #7fa6c9 0%, #c9d7d2 38%, #6f8f5a 39%, #3d5a3a 62%, #8a6a45 63%, #4b3524 100%)',
      },
      bright: { bg: '#f4f6f6' },
      dark: { bg: '#0b0d12' },
    },
  },
})
const Choice = chakra('label', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    minH: { base: '11', sm: '7' },
    px: '2.5',
    borderRadius: 'full',
    color: 'fg.muted',
    textStyle: 'sm',
    cursor: 'button',
    _hover: { color: 'fg' },
    '&:has(:checked)': { bg: 'bg.muted', color: 'fg', fontWeight: 'medium' },
    '&:has(:focus-visible)': { outline: '2px solid {colors.accent}' },
  },
})

/** The overlay as it would look on a stream, small, over a picture of one's choice. */
export function StagePreview({ scene }: { scene: OverlayScene }) {
  const [picture, setPicture] = useState<Picture>('play')
  const shown = useMemo(() => withExamples(scene), [scene])
  return (
    <chakra.div display="grid" gap="2">
      {/* What is in it stands in the lists of the workspace too, so that it is a picture here. */}
      <Screen picture={picture} role="img" aria-label="Preview of your overlay">
        <div aria-hidden inert>
          <Stage scene={shown.scene} />
        </div>
      </Screen>
      <chakra.div display="flex" flexWrap="wrap" justifyContent="space-between" gap="2" alignItems="center">
        <chakra.div role="radiogroup" aria-label="Picture behind it" display="flex" ms="-2.5">
          {pictures.map(({ value, label }) => (
            <Choice key={value}>
              <chakra.input
                type="radio"
                srOnly
                name="preview-picture"
                value={value}
                checked={picture === value}
                onChange={() => setPicture(value)}
              />
              {label}
            </Choice>
          ))}
        </chakra.div>
        {shown.hasExamples && (
          <chakra.span color="fg.muted" textStyle="sm">
            With examples where there is nothing yet
          </chakra.span>
        )}
      </chakra.div>
    </chakra.div>
  )
}
