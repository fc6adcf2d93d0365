'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Download } from 'lucide-react'

interface FileLinkProps {
  href: string
  name: string
}

const Link = chakra('a', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '1.5',
    maxW: '100%',
    minH: { base: '8', sm: '6' },
    color: 'accent.fg',
    textDecoration: 'underline',
    textUnderlineOffset: '3px',
    focusVisibleRing: 'outside',
    borderRadius: 'sm',
    '& > bdi': { truncate: true },
    _icon: { flexShrink: '0' },
  },
})

/** The name of a file that saves it. In a table a click on it is not one on its row. */
export function FileLink({ href, name }: FileLinkProps) {
  return (
    <Link href={href} download aria-label={`Download ${name}`} onClick={(event) => event.stopPropagation()}>
      <Download size={14} aria-hidden />
      <bdi>{name}</bdi>
    </Link>
  )
}
