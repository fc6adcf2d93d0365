'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { initialsOf } from '#src/ui/format/initials.ts'

const Anchor = chakra(NextLink, {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    minW: '0',
    minH: { base: '11', sm: '9' },
    // What the navigation leaves between its edges.
    maxW: '12rem',
    borderRadius: 'control',
    focusVisibleRing: 'outside',
  },
})
const Line = chakra('span', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2.5',
    minW: '0',
    maxW: '100%',
    fontWeight: 'semibold',
    letterSpacing: 'tight',
  },
})
const Mark = chakra('span', {
  base: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: '0',
    boxSize: '8',
    borderRadius: 'control',
    bg: 'accent',
    color: 'accent.contrast',
    textStyle: 'xs',
    fontWeight: 'semibold',
  },
})

interface WorkspaceBrandProps {
  name: string
  /** The name stays for screen readers. */
  markOnly?: boolean
}

/** The business's sign and name. */
export function WorkspaceBrand({ name, markOnly = false }: WorkspaceBrandProps) {
  return (
    <Line title={name}>
      <Mark aria-hidden>{initialsOf(name) || '•'}</Mark>
      <chakra.bdi truncate srOnly={markOnly || undefined}>
        {name}
      </chakra.bdi>
    </Line>
  )
}

/** The business's sign and name, leading to its dashboard. */
export function WorkspaceHome(props: WorkspaceBrandProps) {
  return (
    <Anchor href="/">
      <WorkspaceBrand {...props} />
    </Anchor>
  )
}
