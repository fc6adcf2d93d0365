'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import { controlRecipe } from '../theme/recipes/control.ts'

/** The styled input, text area and select that the bound fields share. */
export const ControlInput = chakra('input', controlRecipe)
export const ControlTextarea = chakra('textarea', controlRecipe)
export const ControlSelect = chakra('select', controlRecipe)

const Group = chakra('div', {
  base: { position: 'relative', display: 'flex', alignItems: 'center', minW: '0' },
})

const Adornment = chakra('span', {
  base: {
    position: 'absolute',
    insetBlock: '0',
    display: 'flex',
    alignItems: 'center',
    gap: '2',
    color: 'fg.muted',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
    '& :is(button, a)': { pointerEvents: 'auto' },
  },
  variants: {
    side: {
      start: { insetInlineStart: '3' },
      end: { insetInlineEnd: '3' },
    },
  },
})

/** Puts text, an icon or a button inside the input's box. Leave room for it with the input's `ps` / `pe`. */
export function ControlGroup({
  start,
  end,
  children,
}: {
  start?: ReactNode
  end?: ReactNode
  children: ReactNode
}) {
  if (!start && !end) return children
  return (
    <Group>
      {children}
      {start && <Adornment side="start">{start}</Adornment>}
      {end && <Adornment side="end">{end}</Adornment>}
    </Group>
  )
}
