'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'

const Foot = chakra('footer', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '6',
    rowGap: '1',
    w: '100%',
    maxW: 'content',
    mx: 'auto',
    px: { base: '4', md: '6' },
    py: '6',
    color: 'fg.muted',
    textStyle: 'sm',
  },
})
const FootLink = chakra(NextLink, {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    minH: { base: '11', sm: '8' },
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
    _hover: { color: 'fg', textDecoration: 'underline', textUnderlineOffset: '3px' },
  },
})

interface SiteFooterProps {
  links?: readonly { href: string; label: string }[]
  note?: string
}

/** Bottom line of the landing page, wizard and sign-in. */
export function SiteFooter({ links = [], note }: SiteFooterProps) {
  return (
    <Foot>
      {note && (
        <chakra.p flex="1" minW="48">
          {note}
        </chakra.p>
      )}
      {links.length > 0 && (
        <chakra.nav aria-label="Footer" display="flex" flexWrap="wrap" columnGap="6">
          {links.map((link) => (
            <FootLink key={link.href} href={link.href}>
              {link.label}
            </FootLink>
          ))}
        </chakra.nav>
      )}
    </Foot>
  )
}
