'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'

const Head = chakra('header', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    gap: '4',
    mb: '6',
  },
})
const BackLink = chakra(NextLink, {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '1',
    minH: { base: '11', sm: '6' },
    ms: '-1',
    mb: '1',
    pe: '2',
    borderRadius: 'sm',
    color: 'fg.muted',
    textStyle: 'sm',
    focusVisibleRing: 'outside',
    _hover: { color: 'fg' },
  },
})

interface PageHeaderProps {
  title: string
  description?: ReactNode
  back?: { href: string; label: string } | undefined
  /** State badge or count beside the title. */
  aside?: ReactNode
  /** Buttons, the primary one last. */
  actions?: ReactNode
}

/** The page's one h1, with where it belongs and what can be done here. */
export function PageHeader({ title, description, back, aside, actions }: PageHeaderProps) {
  return (
    <Head>
      <chakra.div minW="0">
        {back && (
          <BackLink href={back.href}>
            <ChevronLeft size={16} aria-hidden />
            {back.label}
          </BackLink>
        )}
        <chakra.div display="flex" flexWrap="wrap" alignItems="center" columnGap="3" rowGap="1">
          <chakra.h1 textStyle="2xl" fontWeight="semibold" textWrap="balance" overflowWrap="anywhere">
            {title}
          </chakra.h1>
          {aside}
        </chakra.div>
        {description && (
          <chakra.div color="fg.muted" mt="1" maxW="reading">
            {description}
          </chakra.div>
        )}
      </chakra.div>
      {actions && (
        <chakra.div display="flex" flexWrap="wrap" gap="2">
          {actions}
        </chakra.div>
      )}
    </Head>
  )
}
